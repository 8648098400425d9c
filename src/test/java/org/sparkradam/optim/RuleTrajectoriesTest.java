package org.sparkradam.optim;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
  private static final List<String> LINES = OracleFile.lines("rule_trajectories.csv");
  private static final Penalty DECAY = Penalty.none().withDecay(0.1);

  private static final RAdam TORCH = RAdam.defaults().withRhoThreshold(5);
  private static final RAdam SKIPPING = TORCH.withBelowThreshold(BelowThreshold.SKIP);

  private static final Map<String, Optimizer> OPTIMIZERS =
      Map.ofEntries(
          entry("sgd", of(Sgd.defaults())),
          entry("sgd momentum .9", of(Sgd.defaults().withMomentum(0.9))),
          entry("sgd nesterov .9", of(new Sgd(0.9, true))),
          entry("adam", of(Adam.defaults())),
          entry("adam L2 .1", of(Adam.defaults(), Penalty.none().withL2(0.1))),
          entry("adamw decay .1", of(Adam.defaults(), DECAY)),
          entry("radam of PyTorch", of(TORCH)),
          entry("radam of PyTorch L2 .1", of(TORCH, Penalty.none().withL2(0.1))),
          entry("radam of PyTorch decay .1", of(TORCH, DECAY)),
          entry("radam of PyTorch epsilon 1e-3", of(TORCH.withEpsilon(1e-3))),
          entry("radam of PyTorch betas .8 .99", of(TORCH.withBeta1(0.8).withBeta2(0.99))),
          entry("radam of PyTorch beta2 .6", of(TORCH.withBeta2(0.6))),
          entry("radam of its authors", of(TORCH)),
          entry("radam of its authors decay .1", of(TORCH, DECAY)),
          entry("radam of its authors epsilon 1e-3", of(TORCH.withEpsilon(1e-3))),
          entry("radam of its authors skipping", of(SKIPPING)),
          entry("radam of its authors skipping decay .1", of(SKIPPING, DECAY)),
          entry("nadam", of(NAdam.defaults())),
          entry("nadam decay .1", of(NAdam.defaults(), DECAY)),
          entry("lamb", of(Lamb.defaults())),
          entry("lamb decay .1", of(Lamb.defaults(), DECAY)),
          entry("adabelief", of(AdaBelief.defaults())),
          entry("radam-schedule-free", of(ScheduleFreeRAdam.defaults())),
          entry(
              "radam-schedule-free decay .1 power 2",
              of(new ScheduleFreeRAdam(0.9, 0.999, 1e-8, 2), DECAY)),
          entry("lookahead of adam", of(Lookahead.around(Adam.defaults()))));

  private static Optimizer of(UpdateRule rule) {
    return of(rule, Penalty.none());
  }

  private static Optimizer of(UpdateRule rule, Penalty penalty) {
    return Optimizer.of(rule, 0.01).withPenalty(penalty).withSegments(Segments.ofLengths(4, 2));
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
