package org.sparkradam.benchmark.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandTimesTest {
  @Test
  void phasesOfACommandAreItsLines() throws Exception {
    TimedCommand timed =
        TimedCommand.run(
            List.of("sh", "-c", "echo one; sleep 0.2; echo aside; echo two; echo end"),
            line -> Optional.of(line).filter(text -> !text.equals("aside")));
    assertThat(timed.phases()).containsOnlyKeys("one", "two");
    assertThat(timed.phases().get("one")).isGreaterThanOrEqualTo(0.19);
    assertThat(timed.seconds()).isGreaterThanOrEqualTo(timed.phases().get("one"));
  }

  @Test
  void aCommandThatFailsIsToldWithItsLastLine() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                TimedCommand.run(
                    List.of("sh", "-c", "echo why >&2; exit 2"), line -> Optional.empty()))
        .withMessageEndingWith("exit 2 failed: why");
  }

  @Test
  void mediansAndTheirRatio() {
    CommandTimes times =
        new CommandTimes(
            List.of(
                new CommandTimes.Row(
                    "t",
                    List.of(timed(1, 2), timed(3, 2), timed(9, 2)),
                    List.of(timed(4, 6), timed(4, 6), timed(4, 7)))));
    assertThat(times.text().lines().toList().get(2))
        .isEqualTo("| t | 5 | 10 | 0.5 | read 3, fit 2 | read 4, fit 6 |");
    assertThat(times.csv())
        .isEqualTo(
            """
            table,side,phase,seconds,repeats
            t,train,read,3.0,3
            t,train,fit,2.0,3
            t,by hand,read,4.0,3
            t,by hand,fit,6.0,3
            """);
  }

  private static TimedCommand timed(double read, double fit) {
    Map<String, Double> phases = new LinkedHashMap<>();
    phases.put("read", read);
    phases.put("fit", fit);
    return new TimedCommand(phases);
  }
}
