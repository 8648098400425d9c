package org.sparkradam.jobs.habits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.testing.LocalSpark;

/** A seed is enough to have a case again. */
class HabitsAgainTest {
  private static final int SEEDS = 12;

  @TempDir Path temp;

  @Test
  void theSameCaseInAnyLocale() throws IOException {
    Habits habits = new Habits(LocalSpark.session(), Set.of("--encoding", "--multi-line"));
    for (long seed = 0; seed < SEEDS; seed++) {
      Path here = Files.createDirectories(temp.resolve("here"));
      Habit habit = habits.of(seed, here);
      Map<String, byte[]> files = textFiles(here);
      Locale before = Locale.getDefault();
      try {
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        Path there = Files.move(here, temp.resolve("before-" + seed));
        assertThat(there).exists();
        assertThat(habits.of(seed, Files.createDirectories(here))).isEqualTo(habit);
      } finally {
        Locale.setDefault(before);
      }
      assertThat(textFiles(here)).usingRecursiveComparison().isEqualTo(files);
      Files.move(here, temp.resolve("after-" + seed));
    }
  }

  /** All but Parquet's, which tell who wrote them and when. */
  private static Map<String, byte[]> textFiles(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }
}
