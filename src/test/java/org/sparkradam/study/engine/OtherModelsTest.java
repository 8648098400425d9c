package org.sparkradam.study.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparkradam.fit.model.FactorizationModel;
import org.sparkradam.fit.model.LinearKind;
import org.sparkradam.fit.model.PerceptronModel;
import org.sparkradam.train.evaluation.Metric;

/** Starts and penalties of the models that are not linear. */
class OtherModelsTest {
  private static final FactorizationModel MACHINE =
      new FactorizationModel(LinearKind.LOGISTIC, 1000, 5);
  private static final PerceptronModel PERCEPTRON = new PerceptronModel(List.of(300, 20, 10, 3));

  @Test
  void aMachineStartsWithSmallFactorsAndNothingElse() {
    double[] weights = MACHINE.initialWeights(1);
    assertThat(weights).hasSize(6001).isEqualTo(MACHINE.initialWeights(1));
    assertThat(weights).isNotEqualTo(MACHINE.initialWeights(2));
    assertThat(Arrays.copyOfRange(weights, 5000, 6001)).containsOnly(0);
    double square = Arrays.stream(weights, 0, 5000).map(w -> w * w).average().orElseThrow();
    assertThat(Math.sqrt(square)).isEqualTo(0.01, within(5e-4));
  }

  @Test
  void aMachinesInterceptIsNotPenalised() {
    double[] factors = MACHINE.penaltyFactors();
    assertThat(factors).hasSize(6001);
    assertThat(Arrays.stream(factors, 0, 6000)).containsOnly(1.0);
    assertThat(factors[6000]).isZero();
  }

  @Test
  void aPerceptronStartsAsSparksDoes() {
    double[] weights = PERCEPTRON.initialWeights(1);
    assertThat(weights).hasSize(301 * 20 + 21 * 10 + 11 * 3);
    assertThat(weights).isEqualTo(PERCEPTRON.initialWeights(1));
    assertThat(largest(weights, 0, 6020)).isEqualTo(2.4 / 300, within(1e-4));
    assertThat(largest(weights, 6020, 6230)).isEqualTo(2.4 / 20, within(0.01));
    assertThat(Arrays.stream(weights).average().orElseThrow()).isEqualTo(0, within(0.01));
  }

  @Test
  void aPerceptronsBiasesAreNotPenalised() {
    double[] factors = new PerceptronModel(List.of(2, 3, 2)).penaltyFactors();
    assertThat(factors).containsExactly(1, 1, 1, 1, 1, 1, 0, 0, 0, 1, 1, 1, 1, 1, 1, 0, 0);
  }

  @Test
  void metricsSuitTheNumberOfClasses() {
    assertThat(PERCEPTRON.metric()).isEqualTo(Metric.ACCURACY);
    assertThat(new PerceptronModel(List.of(4, 2)).metric()).isEqualTo(Metric.AUC);
    assertThat(MACHINE.metric()).isEqualTo(Metric.AUC);
    assertThat(new FactorizationModel(LinearKind.SQUARED, 4, 2).metric()).isEqualTo(Metric.RMSE);
  }

  private static double largest(double[] weights, int from, int to) {
    return Arrays.stream(weights, from, to).map(Math::abs).max().orElseThrow();
  }
}
