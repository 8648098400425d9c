package org.sparkradam.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateRuleTest {
  private static final int STEPS = 30;

  @ParameterizedTest
  @MethodSource("org.sparkradam.optim.Rules#coordinatewise")
  void permutedCoordinatesTakePermutedSteps(UpdateRule rule) {
    Optimizer optimizer = Optimizer.of(rule, 0.1);
    SplittableRandom random = new SplittableRandom(1);
    double[] weights = Rules.normal(random, 40);
    double[] reversed = reversed(weights);
    RuleState state = optimizer.start(40);
    RuleState reversedState = optimizer.start(40);
    for (int t = 0; t < STEPS; t++) {
      double[] gradient = Rules.normal(random, 40);
      optimizer.step(state, weights, gradient);
      optimizer.step(reversedState, reversed, reversed(gradient));
    }
    assertThat(reversed(reversed)).containsExactly(weights);
  }

  /** Powers of two scale without rounding, so the steps are the same to the bit. */
  @ParameterizedTest
  @ValueSource(doubles = {0x1p-40, 0.5, 0x1p20})
  void adaptiveStepsDoNotSeeTheGradientsScale(double scale) {
    assertSameSteps(Adam.defaults(), Adam.defaults().withEpsilon(scale * 1e-8), scale, 0);
    RAdam radam = RAdam.defaults().withBelowThreshold(BelowThreshold.SKIP);
    assertSameSteps(radam, radam.withEpsilon(scale * 1e-8), scale, 1e-30);
  }

  private static void assertSameSteps(UpdateRule rule, UpdateRule other, double c, double slack) {
    SplittableRandom random = new SplittableRandom(2);
    RuleState state = rule.start(5);
    RuleState scaledState = other.start(5);
    double[] weights = new double[5];
    double[] scaledWeights = new double[5];
    for (int t = 0; t < STEPS; t++) {
      double[] gradient = Rules.normal(random, 5);
      Optimizer.of(rule, 0.1).step(state, weights, gradient);
      Optimizer.of(other, 0.1).step(scaledState, scaledWeights, Rules.scaled(gradient, c));
    }
    assertThat(scaledWeights).containsExactly(weights, within(1e-14 + slack));
  }

  @Test
  void momentumStepsScaleWithTheGradient() {
    Optimizer optimizer = Optimizer.of(RAdam.defaults(), 0.1);
    double[] once = Objective.constant(0.3, -2).minimise(optimizer, 4, 0, 0);
    double[] eightfold = Objective.constant(2.4, -16).minimise(optimizer, 4, 0, 0);
    assertThat(eightfold).containsExactly(Rules.scaled(once, 8));
  }

  @Test
  void rectifiedStepIsAdamsTimesTheRectification() {
    UpdateRule adam = Adam.defaults().withEpsilonPlacement(EpsilonPlacement.RAW);
    UpdateRule radam = RAdam.defaults().withBelowThreshold(BelowThreshold.SKIP);
    RuleState adamState = adam.start(3);
    RuleState radamState = radam.start(3);
    SplittableRandom random = new SplittableRandom(3);
    for (int t = 1; t <= 500; t++) {
      double[] gradient = Rules.normal(random, 3);
      double[] adamStep = new double[3];
      double[] radamStep = new double[3];
      Optimizer.of(adam, 1).step(adamState, adamStep, gradient);
      Optimizer.of(radam, 1).step(radamState, radamStep, gradient);
      double r = AdaptiveRateVariance.rectification(0.999, t, VarianceModel.FIRST_ORDER);
      double[] expected = t < 5 ? new double[3] : Rules.scaled(adamStep, r);
      assertThat(radamStep).containsExactly(expected, within(4e-16));
    }
  }

  @Test
  void reportsWhetherItMoves() {
    RAdam skip = RAdam.defaults().withBelowThreshold(BelowThreshold.SKIP);
    assertThat(firstMove(skip)).isEqualTo(5);
    assertThat(firstMove(skip.withRhoThreshold(5))).isEqualTo(6);
    assertThat(firstMove(skip.withVarianceModel(VarianceModel.EXACT).withRhoThreshold(2)))
        .isEqualTo(3);
    assertThat(firstMove(Adam.defaults().withPreconditioningSteps(7))).isEqualTo(8);
    assertThat(firstMove(RAdam.defaults())).isEqualTo(1);
    assertThat(firstMove(Sgd.defaults())).isEqualTo(1);
  }

  /** The first step that moves has a fresh m, corrected by its own count, and all of v. */
  @Test
  void preconditionedAdamKeepsTwoCounts() {
    Optimizer optimizer = Optimizer.of(Adam.defaults().withPreconditioningSteps(2), 0.1);
    RuleState state = optimizer.start(1);
    double[] weights = {0};
    for (double gradient : new double[] {2, -4, 6, 1}) {
      optimizer.step(state, weights, new double[] {gradient});
    }
    double v3 = 0.001 * (0.999 * (0.999 * 4 + 16) + 36);
    double v4 = 0.999 * v3 + 0.001;
    double third = 6 / (Math.sqrt(v3 / (1 - Math.pow(0.999, 3))) + 1e-8);
    double fourth = (0.9 * 0.6 + 0.1) / 0.19 / (Math.sqrt(v4 / (1 - Math.pow(0.999, 4))) + 1e-8);
    assertThat(weights[0]).isEqualTo(-0.1 * (third + fourth), within(1e-12));
    assertThat(state.steps()).isEqualTo(4);
  }

  @Test
  void sgdFollowsItsDefinition() {
    Objective gradient = Objective.constant(1);
    assertThat(gradient.minimise(Optimizer.of(Sgd.defaults(), 0.5), 3, 0)).containsExactly(-1.5);
    Optimizer heavyBall = Optimizer.of(Sgd.defaults().withMomentum(0.5), 1);
    assertThat(gradient.minimise(heavyBall, 3, 0)).containsExactly(-(1 + 1.5 + 1.75));
    Optimizer nesterov = Optimizer.of(new Sgd(0.5, true), 1);
    assertThat(gradient.minimise(nesterov, 3, 0)).containsExactly(-(1.5 + 1.75 + 1.875));
  }

  @Test
  void scaleIsTheMetricOfTheStep() {
    RAdam radam = RAdam.defaults();
    RuleState state = radam.start(1);
    for (int t = 1; t <= 5; t++) {
      double r = AdaptiveRateVariance.rectification(0.999, t, VarianceModel.FIRST_ORDER);
      assertThat(scale(radam, state, 2)).isEqualTo(t < 5 ? 1 : r / 2, within(1e-9));
    }
    Adam adam = Adam.defaults();
    assertThat(scale(adam, adam.start(1), 4)).isEqualTo(0.25, within(1e-9));
    Sgd sgd = Sgd.defaults();
    assertThat(scale(sgd, sgd.start(1), 4)).isEqualTo(1);
  }

  private static double scale(UpdateRule rule, RuleState state, double gradient) {
    StepArrays arrays =
        new StepArrays(
            new double[] {gradient},
            MeanGradient.SAME,
            new double[1],
            state.arrays(rule.stateNames()),
            null);
    RuleStep step = rule.begin(state, 0.1);
    step.apply(arrays, 0, 1, 0.1);
    double[] scale = new double[1];
    step.scale(arrays, 0, 1, scale);
    return scale[0];
  }

  @Test
  void refusesTheStateOfAnotherRule() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RAdam.defaults().begin(Sgd.defaults().start(2), 0.1))
        .withMessageContaining("firstMoment")
        .withMessageContaining("velocity");
  }

  private static long firstMove(UpdateRule rule) {
    RuleState state = rule.start(1);
    while (!rule.begin(state, 0.1).moves()) {}
    return state.steps();
  }

  private static double[] reversed(double[] values) {
    double[] reversed = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      reversed[i] = values[values.length - 1 - i];
    }
    return reversed;
  }
}
