package org.sparkradam.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rules step as their reference implementations do; {@code oracles/rule_trajectories.py} says which
 * they are and on what they were run.
 */
class RuleTrajectoriesTest {
  private static final double[] START = {1, -2, 3, 0.5, -1.5, 0.25};
  private static final double[] CURVATURE = {1, 0.1, 10, 2, 0.5, 1};
  private static final double[] OPTIMUM = {0, 1, -1, 0.5, 2, 0};
  private static final List<String> LINES = lines();

  private static final Map<String, Optimizer> OPTIMIZERS =
      Map.of(
          "nadam", of(NAdam.defaults(), 0),
          "nadam decay .1", of(NAdam.defaults(), 0.1),
          "lamb", of(Lamb.defaults(), 0),
          "lamb decay .1", of(Lamb.defaults(), 0.1),
          "adabelief", of(AdaBelief.defaults(), 0),
          "radam-schedule-free", of(ScheduleFreeRAdam.defaults(), 0),
          "radam-schedule-free decay .1 power 2",
              of(new ScheduleFreeRAdam(0.9, 0.999, 1e-8, 2), 0.1),
          "lookahead of adam", of(Lookahead.around(Adam.defaults()), 0));

  private static Optimizer of(UpdateRule rule, double decay) {
    return Optimizer.of(rule, 0.01)
        .withPenalty(Penalty.none().withDecay(decay))
        .withSegments(Segments.ofLengths(4, 2));
  }

  private static List<String> lines() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                RuleTrajectoriesTest.class.getResourceAsStream("/oracles/rule_trajectories.csv"),
                StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<String> rules() {
    return OPTIMIZERS.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void stepAsTheirReferences(String rule) {
    Optimizer optimizer = OPTIMIZERS.get(rule);
    RuleState state = optimizer.start(START.length);
    double[] weights = START.clone();
    int compared = 0;
    for (int t = 1; t <= 1000; t++) {
      optimizer.step(state, weights, gradient(t, weights));
      compared += assertAt(rule, "weights", t, weights);
      compared += assertAt(rule, "evaluated", t, optimizer.evaluated(state, weights));
    }
    assertThat(compared).isEqualTo(24);
  }

  private static double[] gradient(int t, double[] weights) {
    return IntStream.range(0, weights.length)
        .mapToDouble(i -> CURVATURE[i] * (weights[i] - OPTIMUM[i]) + t * (i + 3) % 17 / 17.0 - 0.5)
        .toArray();
  }

  private static int assertAt(String rule, String kind, int t, double[] values) {
    String begin = rule + "," + kind + "," + t + ",";
    List<String> told = LINES.stream().filter(line -> line.startsWith(begin)).toList();
    for (String line : told) {
      String[] numbers = line.substring(begin.length()).split(",");
      for (int i = 0; i < values.length; i++) {
        assertThat(values[i])
            .as("%s %s %d of step %d", rule, kind, i, t)
            .isEqualTo(Double.parseDouble(numbers[i]), within(1e-12));
      }
    }
    return told.size();
  }
}
