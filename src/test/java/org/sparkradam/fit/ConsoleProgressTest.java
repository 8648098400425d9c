package org.sparkradam.fit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sparkradam.testing.LocalSpark;

class ConsoleProgressTest {
  private static final int TRIALS = 3;
  private static final long STEPS = 100;
  private static final Pattern LINE =
      Pattern.compile(
          " *(\\d+) %  trial (\\d) of 3 \\(.*\\), step (\\d+) of 100; about (\\d+) s left");

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private long now;
  private final ConsoleProgress progress =
      new ConsoleProgress(LocalSpark.context(), new PrintStream(printed, true, UTF_8), () -> now);

  @AfterEach
  void clearDescription() {
    LocalSpark.context().clearJobGroup();
  }

  @Test
  void timeLeftFallsWhileTheShareRises() {
    runAll(Duration.ofMillis(200));
    List<Matcher> lines = lines();
    assertThat(lines).hasSizeBetween(5, 7);
    for (int i = 1; i < lines.size(); i++) {
      assertThat(number(lines.get(i), 1)).isGreaterThan(number(lines.get(i - 1), 1));
      assertThat(number(lines.get(i), 4)).isLessThan(number(lines.get(i - 1), 4));
    }
    // 60 seconds for everything: what is left and what is done add up to it.
    lines.forEach(
        line -> assertThat(number(line, 4) + number(line, 1) * 0.6).isBetween(59.0, 61.0));
  }

  @Test
  void saysNothingBeforeThereIsSomethingToJudgeBy() {
    // The shuffle before the first step does not tell how long steps take.
    now = Duration.ofSeconds(400).toNanos();
    at(1, 0);
    assertThat(printed.size()).isZero();
    now += Duration.ofSeconds(6).toNanos();
    at(1, 30);
    assertThat(lines()).hasSize(1);
    assertThat(number(lines().get(0), 4)).isEqualTo(54);
  }

  @Test
  void aFastRunSaysNothing() {
    runAll(Duration.ofMillis(5));
    assertThat(printed.size()).isZero();
  }

  @Test
  void longTimesAreInMinutes() {
    at(1, 0);
    now = Duration.ofMinutes(10).toNanos();
    at(2, 50);
    assertThat(printed.toString(UTF_8)).contains(" 50 %", "about 10 min left");
  }

  /** What an earlier run has done says nothing of how fast this one is. */
  @Test
  void aResumedRunIsJudgedByItsOwnSteps() {
    at(2, 50);
    now = Duration.ofSeconds(10).toNanos();
    at(2, 80);
    assertThat(number(lines().get(0), 4)).isEqualTo(40);
  }

  @Test
  void sparksPageShowsTheTrial() {
    at(2, 7);
    assertThat(LocalSpark.context().getLocalProperty("spark.job.description"))
        .isEqualTo("trial 2 of 3 (sgd), step 7 of 100");
  }

  private void runAll(Duration aStep) {
    for (int trial = 1; trial <= TRIALS; trial++) {
      at(trial, 0);
      for (long step = 1; step <= STEPS; step++) {
        now += aStep.toNanos();
        at(trial, step);
      }
    }
  }

  private void at(int trial, long step) {
    progress.training(
        String.format(Locale.ROOT, "trial %d of 3 (sgd), step %d of 100", trial, step),
        (trial - 1 + (double) step / STEPS) / TRIALS);
  }

  private List<Matcher> lines() {
    List<Matcher> lines = new ArrayList<>();
    for (String line : printed.toString(UTF_8).lines().toList()) {
      Matcher matcher = LINE.matcher(line);
      assertThat(matcher.matches()).as(line).isTrue();
      lines.add(matcher);
    }
    return lines;
  }

  private static int number(Matcher line, int group) {
    return Integer.parseInt(line.group(group));
  }
}
