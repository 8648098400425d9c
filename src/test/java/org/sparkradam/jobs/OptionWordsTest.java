package org.sparkradam.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/**
 * Messages of all rooms send users to options; an option that is renamed must take them with it.
 */
class OptionWordsTest {
  private static final Pattern TEXT = Pattern.compile("\"(?:\\\\.|[^\"\\\\\n])*\"");
  private static final Pattern WORD = Pattern.compile("(?<![\\w-])--[a-z][a-z0-9-]*");

  /** Those of spark-submit that messages name. */
  private static final Set<String> OF_SPARK =
      Set.of("--packages", "--conf", "--driver-memory", "--master");

  @Test
  void allThatMessagesNameAreOptions() {
    Set<String> options =
        Stream.of(
                new Train(),
                new Score(),
                new GenerateData(),
                new CompareOptimizers(),
                new CompareWarmup(),
                new CompareConventions(),
                new SweepLearningRate(),
                new SimulateVariance(),
                new GradientHistogram())
            .map(job -> new CommandLine(job).getCommandSpec())
            .flatMap(
                spec ->
                    Stream.concat(
                        spec.optionsMap().keySet().stream(),
                        spec.negatedOptionsMap().keySet().stream()))
            .collect(Collectors.toCollection(TreeSet::new));
    options.addAll(OF_SPARK);
    options.add("--help");
    assertThat(options).contains("--data", "--label").containsAll(words());
  }

  private static Set<String> words() {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .flatMap(OptionWordsTest::texts)
          .flatMap(text -> WORD.matcher(text).results().map(MatchResult::group))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> texts(Path file) {
    try {
      return TEXT.matcher(Files.readString(file)).results().map(MatchResult::group);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
