package org.sparkradam.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Finite gradients never make a NaN, however large, small or absent. */
class ExtremeGradientsTest {
  private static final double[] SIZES = {
    0, Double.MIN_VALUE, 1e-300, 1e-160, 1e-8, 1, 1e100, 1e150, 1e160, Double.MAX_VALUE
  };

  @ParameterizedTest
  @MethodSource("org.sparkradam.optim.Rules#all")
  void steadyOnes(UpdateRule rule) {
    for (double rate : new double[] {1e-300, 1e-3, 1}) {
      double[] weights =
          Objective.constant(SIZES).minimise(Optimizer.of(rule, rate), 200, new double[10]);
      assertNoNaN(weights);
      double[] negative =
          Objective.constant(Rules.scaled(SIZES, -1))
              .minimise(Optimizer.of(rule, rate), 200, new double[10]);
      assertNoNaN(negative);
    }
  }

  @ParameterizedTest
  @MethodSource("org.sparkradam.optim.Rules#all")
  void mixedOnes(UpdateRule rule) {
    SplittableRandom random = new SplittableRandom(4);
    Optimizer optimizer = Optimizer.of(rule, 1e-3);
    for (int run = 0; run < 100; run++) {
      double[] weights = Rules.normal(random, 4);
      RuleState state = optimizer.start(4);
      for (int t = 0; t < 50; t++) {
        optimizer.step(state, weights, random.doubles(4).map(u -> pick(random, u)).toArray());
      }
      assertNoNaN(weights);
    }
  }

  @ParameterizedTest
  @MethodSource("org.sparkradam.optim.Rules#all")
  void withPenaltiesAndClipping(UpdateRule rule) {
    Optimizer optimizer =
        Optimizer.of(rule, 1e-3)
            .withClip(GradientClip.byNorm(1))
            .withPenalty(Rules.suited(rule, Penalty.none().withL1(0.1).withL2(0.1).withDecay(0.1)));
    double[] weights = Objective.constant(SIZES).minimise(optimizer, 200, new double[10]);
    for (double weight : weights) {
      assertThat(weight).isFinite();
    }
  }

  @ParameterizedTest
  @MethodSource("org.sparkradam.optim.Rules#all")
  void gradientsOfNothingMoveNothing(UpdateRule rule) {
    double[] weights = Objective.constant(0, 0).minimise(Optimizer.of(rule, 1), 50, 1, -2);
    assertThat(weights).containsExactly(1, -2);
  }

  private static double pick(SplittableRandom random, double u) {
    // The largest would overflow the weights themselves where a rule has no memory of its size.
    return SIZES[(int) (u * (SIZES.length - 2))] * (random.nextBoolean() ? 1 : -1);
  }

  private static void assertNoNaN(double[] weights) {
    for (double weight : weights) {
      assertThat(weight).isNotNaN();
    }
  }
}
