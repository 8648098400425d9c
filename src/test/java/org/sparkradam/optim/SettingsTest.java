package org.sparkradam.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad settings are refused, naming setting, value and range. */
class SettingsTest {
  private static final RAdam RADAM = RAdam.defaults();
  private static final Adam ADAM = Adam.defaults();

  @Test
  void defaultsAreThePapers() {
    assertThat(RADAM)
        .isEqualTo(
            new RAdam(
                .9,
                .999,
                1e-8,
                EpsilonPlacement.RAW,
                4,
                VarianceModel.FIRST_ORDER,
                BelowThreshold.MOMENTUM));
    assertThat(ADAM).isEqualTo(new Adam(.9, .999, 1e-8, EpsilonPlacement.CORRECTED, 0));
    assertThat(Sgd.defaults()).isEqualTo(new Sgd(0, false));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, 1.5, Double.NaN, Double.POSITIVE_INFINITY})
  void decays(double bad) {
    String right = " must be in [0, 1), but was " + bad;
    assertRefused(() -> RADAM.withBeta1(bad), "beta1" + right);
    assertRefused(() -> RADAM.withBeta2(bad), "beta2" + right);
    assertRefused(() -> ADAM.withBeta1(bad), "beta1" + right);
    assertRefused(() -> ADAM.withBeta2(bad), "beta2" + right);
    assertRefused(() -> Sgd.defaults().withMomentum(bad), "momentum" + right);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1e-8, Double.NaN, Double.POSITIVE_INFINITY})
  void positives(double bad) {
    String right = " must be above 0 and finite, but was " + bad;
    assertRefused(() -> RADAM.withEpsilon(bad), "epsilon" + right);
    assertRefused(() -> ADAM.withEpsilon(bad), "epsilon" + right);
    assertRefused(() -> Optimizer.of(ADAM, bad), "learningRate" + right);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.9, Double.NaN, Double.POSITIVE_INFINITY})
  void thresholds(double bad) {
    RAdam exact = RADAM.withVarianceModel(VarianceModel.EXACT);
    assertRefused(
        () -> RADAM.withRhoThreshold(bad),
        "rhoThreshold must be at least 4.0 and finite, but was " + bad);
    assertRefused(
        () -> exact.withRhoThreshold(bad),
        "rhoThreshold must be at least 2.0 and finite, but was " + bad);
  }

  @Test
  void thresholdsBelongToTheirVarianceModel() {
    RAdam exact = RADAM.withVarianceModel(VarianceModel.EXACT).withRhoThreshold(2);
    assertThat(exact.rhoThreshold()).isEqualTo(2);
    assertRefused(() -> exact.withVarianceModel(VarianceModel.FIRST_ORDER), "but was 2.0");
    assertRefused(() -> RADAM.withRhoThreshold(Math.nextDown(4.0)), "at least 4.0");
  }

  @Test
  void skippingForEver() {
    RAdam skip = RADAM.withBelowThreshold(BelowThreshold.SKIP);
    String why =
        "rhoThreshold must be below 2/(1-beta2) - 1 = 3.0 with SKIP, which would never"
            + " move, but was 4.0";
    assertRefused(() -> skip.withBeta2(0.5), why);
    assertRefused(() -> skip.withRhoThreshold(1e6), "but was 1000000.0");
    assertThat(RADAM.withBeta2(0.5).beta2()).isEqualTo(0.5);
    assertThat(skip.withBeta2(0.61).beta2()).isEqualTo(0.61);
  }

  @Test
  void combinationsAndCounts() {
    assertRefused(
        () -> Sgd.defaults().withNesterov(true),
        "momentum must be in (0, 1) with nesterov, but was 0.0");
    assertRefused(
        () -> ADAM.withPreconditioningSteps(-1),
        "preconditioningSteps must be at least 0, but was -1");
  }

  @Test
  void missingParts() {
    assertRefused(() -> RADAM.withVarianceModel(null), "varianceModel must be given");
    assertRefused(() -> RADAM.withBelowThreshold(null), "belowThreshold must be given");
    assertRefused(() -> RADAM.withEpsilonPlacement(null), "epsilonPlacement must be given");
    assertRefused(() -> ADAM.withEpsilonPlacement(null), "epsilonPlacement must be given");
    assertRefused(() -> Optimizer.of(null, 1), "rule must be given");
    assertRefused(() -> Optimizer.of(ADAM, 1).withClip(null), "clip must be given");
    assertRefused(() -> Optimizer.of(ADAM, 1).withSchedule(null), "schedule must be given");
    assertRefused(() -> Optimizer.of(ADAM, 1).withPenalty(null), "penalty must be given");
  }

  @Test
  void checksReturnWhatTheyPass() {
    assertThat(Require.decay("x", 0)).isZero();
    assertThat(Require.fraction("x", 1)).isEqualTo(1);
    assertThat(Require.nonNegative("x", 0)).isZero();
    assertThat(Require.positive("x", Double.MAX_VALUE)).isEqualTo(Double.MAX_VALUE);
    assertThat(Require.atLeast("x", 2.5, 2)).isEqualTo(2.5);
    assertThat(Require.atLeast("x", 2L, 2L)).isEqualTo(2);
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
  }
}
