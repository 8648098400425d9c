package org.sparkradam.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kill the driver anywhere and resume: the same bits as if nothing had happened. */
class KilledDriverIT {
  private static final int KILLS = 9;

  @TempDir Path temp;

  private record Ended(int status, List<String> said) {
    List<String> results() {
      return said.stream().filter(line -> line.startsWith(KilledDriver.RESULT)).toList();
    }

    long resumedAt() {
      return said.stream()
          .filter(line -> line.startsWith(KilledDriver.RESUMED))
          .mapToLong(line -> Long.parseLong(line.substring(KilledDriver.RESUMED.length())))
          .findFirst()
          .orElse(0);
    }
  }

  @Test
  void killedAtSeededMomentsAndOnceInsideACheckpoint() throws Exception {
    Ended whole = run(temp.resolve("whole").toString(), "", line -> false);
    assertThat(whole.status()).as(whole.said().toString()).isZero();
    assertThat(whole.results()).hasSize(6).doesNotHaveDuplicates();

    String folder = StallingFileSystem.SCHEME + ":" + temp.resolve("killed");
    long last = 0;
    for (long step : moments()) {
      Ended killed = run(folder, "", line -> line.equals(KilledDriver.STEP + step));
      assertThat(killed.status()).isNotZero();
      assertThat(killed.resumedAt()).isBetween(last - 2, step);
      last = step;
      if (step > 20 && step < 30) {
        killInsideACheckpoint(folder);
      }
    }
    Ended resumed = run(folder, "", line -> false);
    assertThat(resumed.status()).as(resumed.said().toString()).isZero();
    assertThat(resumed.resumedAt()).isPositive();
    assertThat(resumed.results()).isEqualTo(whole.results());
  }

  /** Leaves half a checkpoint of step 40, and a whole one of step 38. */
  private void killInsideACheckpoint(String folder) throws Exception {
    Ended killed =
        run(folder, "step-000000000040", line -> line.equals(StallingFileSystem.STALLED));
    assertThat(killed.status()).isNotZero();
    try (Stream<Path> files = Files.list(temp.resolve("killed"))) {
      assertThat(files.filter(file -> file.toString().contains("step-000000000040")))
          .singleElement()
          .satisfies(half -> assertThat(Files.size(half)).isBetween(1L, 200L));
    }
  }

  /** Before RAdam rectifies, which it does from step 5 on, and after; ascending. */
  private static List<Long> moments() {
    Random random = new Random(20);
    List<Long> moments = new ArrayList<>(List.of(1L, 4L, 5L, 25L));
    while (moments.size() < KILLS) {
      moments.add(41 + (long) random.nextInt(18));
    }
    return moments.stream().sorted().toList();
  }

  private Ended run(String folder, String stallAt, Predicate<String> killWhen)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().split(" ")));
    command.addAll(List.of("-Xmx600m", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(KilledDriver.class.getName(), folder, stallAt));
    Process driver =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log())).start();
    List<String> said = new ArrayList<>();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(driver.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        said.add(line);
        if (killWhen.test(line)) {
          driver.toHandle().destroyForcibly(); // SIGKILL; what it has said can still be read
        }
      }
    }
    return new Ended(driver.waitFor(), said);
  }

  private File log() {
    return temp.resolve("driver.log").toFile();
  }
}
