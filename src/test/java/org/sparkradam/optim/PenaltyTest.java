package org.sparkradam.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PenaltyTest {
  private static final double[] CURVATURE = {1, 0.1, 5, 2, 1, 3};
  private static final double[] CENTRE = {2, -6, 0.05, -0.1, 0.5, -1};

  static Stream<UpdateRule> convergent() {
    return Stream.of(
        RAdam.defaults(),
        RAdam.defaults().withBelowThreshold(BelowThreshold.SKIP),
        RAdam.defaults().withBeta2(0.5),
        Adam.defaults(),
        Adam.defaults().withPreconditioningSteps(20),
        Sgd.defaults(),
        Sgd.defaults().withMomentum(0.9),
        Sgd.defaults().withMomentum(0.9).withNesterov(true));
  }

  /** Each coordinate's optimum is its centre, drawn λ/a towards 0: known in closed form. */
  @ParameterizedTest
  @MethodSource("convergent")
  void everyRuleFindsTheLasso(UpdateRule rule) {
    double[] factors = {1, 1, 1, 1, 0, 2};
    Optimizer optimizer =
        Optimizer.of(rule, 0.02)
            .withPenalty(Penalty.of(Regularization.L1, 0.3).withFactors(factors));
    double[] weights =
        Objective.quadratic(CURVATURE, CENTRE).minimise(optimizer, 20_000, 1, 1, 1, 1, 1, 1);
    assertThat(weights).containsExactly(new double[] {1.7, -3, 0, 0, 0.5, -0.8}, within(1e-6));
    assertThat(weights[2]).isZero();
    assertThat(weights[3]).isZero();
  }

  @ParameterizedTest
  @MethodSource("convergent")
  void everyRuleFindsTheElasticNet(UpdateRule rule) {
    Optimizer optimizer =
        Optimizer.of(rule, 0.02).withPenalty(Penalty.none().withL1(0.3).withL2(0.5));
    double[] weights =
        Objective.quadratic(CURVATURE, CENTRE).minimise(optimizer, 20_000, 1, 1, 1, 1, 1, 1);
    double[] expected = {1.7 / 1.5, -0.3 / 0.6, 0, 0, 0.2 / 1.5, -2.7 / 3.5};
    assertThat(weights).containsExactly(expected, within(1e-6));
  }

  @Test
  void oneProximalStepIsASoftThreshold() {
    Optimizer optimizer =
        Optimizer.of(Sgd.defaults(), 0.5).withPenalty(Penalty.of(Regularization.L1, 2));
    double[] weights = Objective.constant(new double[4]).minimise(optimizer, 1, 3, -3, 0.5, -1);
    assertThat(weights).containsExactly(2, -2, 0, 0);
  }

  @Test
  void decayIsScaledByTheRateAndTheFactors() {
    Penalty penalty = Penalty.of(Regularization.DECOUPLED, 0.1).withFactors(new double[] {1, 0});
    Optimizer optimizer = Optimizer.of(RAdam.defaults(), 0.5).withPenalty(penalty);
    double[] weights = Objective.constant(0, 0).minimise(optimizer, 2, 4, 4);
    assertThat(weights).containsExactly(new double[] {4 * 0.95 * 0.95, 4}, within(1e-15));
  }

  @Test
  void valueIsThatOfTheObjective() {
    double[] weights = {1, -2, 3};
    Penalty penalty = Penalty.none().withL1(0.5).withL2(3).withDecay(100);
    assertThat(penalty.value(weights)).isEqualTo(0.5 * 6 + 1.5 * 14);
    assertThat(penalty.withFactors(new double[] {1, 1, 0}).value(weights))
        .isEqualTo(0.5 * 3 + 1.5 * 5);
    assertThat(Penalty.none().value(new double[] {Double.MAX_VALUE})).isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> penalty.withFactors(new double[2]).value(weights));
  }

  @ParameterizedTest
  @EnumSource(Regularization.class)
  void kindsNameAStrength(Regularization kind) {
    Penalty penalty = Penalty.of(kind, 0.25);
    assertThat(penalty.l1()).isEqualTo(kind == Regularization.L1 ? 0.25 : 0);
    assertThat(penalty.l2()).isEqualTo(kind == Regularization.L2 ? 0.25 : 0);
    assertThat(penalty.decay()).isEqualTo(kind == Regularization.DECOUPLED ? 0.25 : 0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e-9, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesBadStrengths(double bad) {
    for (Regularization kind : Regularization.values()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Penalty.of(kind, bad))
          .withMessageContaining("at least 0 and finite, but was " + bad);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Penalty.none().withFactors(new double[] {1, bad}))
        .withMessageContaining("factor 1");
  }

  /** A penalty on θ/σ with σ = 2 in the first coordinate, none on the second. */
  @Test
  void kindsMayDifferInTheirFactors() {
    double[] ofL1 = {0.5, 0};
    double[] ofL2 = {0.25, 0};
    double[] ofDecay = {1, 0};
    Penalty penalty =
        Penalty.none().withL1(3).withL2(2).withDecay(0.1).withFactors(ofL1, ofL2, ofDecay);
    assertThat(penalty.value(new double[] {4, 4})).isEqualTo(3 * 2 + 2. / 2 * 4);
    double[] weights =
        Objective.constant(0, 0)
            .minimise(Optimizer.of(Sgd.defaults(), 1).withPenalty(penalty), 1, 4, 4);
    assertThat(weights).containsExactly(new double[] {4 - 0.4 - 0.5 * 4 - 1.5, 4}, within(1e-12));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Penalty.none().withFactors(ofL1, ofL2, new double[3]))
        .withMessageContaining("number of penalty factors");
  }

  /** Factors in runs are kept as such, others one by one: nobody can tell. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 100, 1000})
  void likeFactorsAreLikeAnyOthers(int run) {
    int size = 1000;
    double[] factors = new double[size];
    double[] weights = new double[size];
    double expected = 0;
    for (int i = 0; i < size; i++) {
      factors[i] = (i / run) % 5;
      weights[i] = 1 + i % 7;
      expected += factors[i] * weights[i];
    }
    Penalty penalty = Penalty.none().withL1(1).withFactors(factors);
    assertThat(penalty.value(weights)).isEqualTo(expected);
    for (int i = 0; i < size; i++) {
      assertThat(penalty.l1Factor(i)).isEqualTo(factors[i]);
    }
    double[] gradient = new double[size];
    penalty.withL2(2).addL2Gradient(gradient, weights);
    for (int i = 0; i < size; i++) {
      assertThat(gradient[i]).isEqualTo(2 * factors[i] * weights[i]);
    }
  }

  @Test
  void isAValue() {
    double[] factors = {1, 0};
    Penalty penalty = Penalty.none().withL1(1).withFactors(factors);
    factors[1] = 7;
    assertThat(penalty.l1Factor(1)).isZero();
    assertThat(penalty)
        .isEqualTo(Penalty.none().withFactors(new double[] {1, 0}).withL1(1))
        .hasSameHashCodeAs(Penalty.none().withFactors(new double[] {1, 0}).withL1(1))
        .isNotEqualTo(Penalty.none().withL1(1))
        .hasToString("Penalty[l1=1.0, l2=0.0, decay=0.0, factors=2]");
  }
}
