package org.sparkradam.fit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LinearModelTest {
  private static final LinearModel SOFTMAX = new LinearModel(LinearKind.SOFTMAX, 3, 3);

  @Test
  void weightsAreCoefficientsThenIntercepts() {
    assertThat(SOFTMAX.outputs()).isEqualTo(3);
    assertThat(SOFTMAX.loss().weightCount()).isEqualTo(12);
    assertThat(new LinearModel(LinearKind.HINGE, 3, 2).loss().weightCount()).isEqualTo(4);
  }

  @Test
  void onlyCoefficientsArePenalised() {
    assertThat(SOFTMAX.penaltyFactors()).containsExactly(1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0);
  }

  @Test
  void aSeedGivesTheSameStartAndAnotherSeedAnother() {
    assertThat(SOFTMAX.initialWeights(7)).isEqualTo(SOFTMAX.initialWeights(7));
    assertThat(SOFTMAX.initialWeights(7)).isNotEqualTo(SOFTMAX.initialWeights(8));
  }

  @Test
  void interceptsStartAtZero() {
    double[] weights = SOFTMAX.initialWeights(7);
    assertThat(Arrays.copyOfRange(weights, 9, 12)).containsOnly(0);
    assertThat(Arrays.stream(weights).filter(w -> w == 0).count()).isEqualTo(3);
  }

  @Test
  void coefficientsStartSmall() {
    double[] weights = new LinearModel(LinearKind.LOGISTIC, 10_000, 2).initialWeights(1);
    double mean = Arrays.stream(weights).average().orElseThrow();
    double square = Arrays.stream(weights).map(w -> w * w).average().orElseThrow();
    assertThat(mean).isEqualTo(0, within(5e-4));
    assertThat(Math.sqrt(square)).isEqualTo(0.01, within(5e-4));
  }
}
