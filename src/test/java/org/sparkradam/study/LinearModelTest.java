package org.sparkradam.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LinearModelTest {
  private static final LinearModel SOFTMAX = new LinearModel(LinearLoss.SOFTMAX, 3, 3);

  @Test
  void softmaxHasAMarginLessThanClasses() {
    assertThat(SOFTMAX.outputs()).isEqualTo(2);
    assertThat(SOFTMAX.stride()).isEqualTo(4);
    assertThat(SOFTMAX.weightCount()).isEqualTo(8);
    assertThat(new LinearModel(LinearLoss.SOFTMAX, 3, 2).outputs()).isEqualTo(1);
    assertThat(new LinearModel(LinearLoss.HINGE, 3, 2).weightCount()).isEqualTo(4);
  }

  @Test
  void onlyCoefficientsArePenalised() {
    assertThat(SOFTMAX.penaltyFactors()).containsExactly(1, 1, 1, 0, 1, 1, 1, 0);
  }

  @Test
  void aSeedGivesTheSameStartAndAnotherSeedAnother() {
    assertThat(SOFTMAX.initialWeights(7)).isEqualTo(SOFTMAX.initialWeights(7));
    assertThat(SOFTMAX.initialWeights(7)).isNotEqualTo(SOFTMAX.initialWeights(8));
  }

  @Test
  void interceptsStartAtZero() {
    double[] weights = SOFTMAX.initialWeights(7);
    assertThat(new double[] {weights[3], weights[7]}).containsOnly(0);
    assertThat(Arrays.stream(weights).filter(w -> w == 0).count()).isEqualTo(2);
  }

  @Test
  void coefficientsStartSmall() {
    double[] weights = new LinearModel(LinearLoss.LOGISTIC, 10_000, 2).initialWeights(1);
    double mean = Arrays.stream(weights).average().orElseThrow();
    double square = Arrays.stream(weights).map(w -> w * w).average().orElseThrow();
    assertThat(mean).isEqualTo(0, within(5e-4));
    assertThat(Math.sqrt(square)).isEqualTo(0.01, within(5e-4));
  }
}
