package org.sparkradam.study.variance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PredictionsTest {
  @Test
  void knowsTheKishSizeOfTheWeights() {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < 300; i++) {
      double weight = Math.pow(0.99, i);
      sum += weight;
      squares += weight * weight;
    }
    assertThat(PredictedVariance.at(0.99, 300).kishSize())
        .isCloseTo(sum * sum / squares, within(1e-9));
  }

  @Test
  void agreesWithTheKnownVariancesAtStep1000() {
    PredictedVariance predicted = PredictedVariance.at(0.999, 1000);
    assertThat(predicted.exactKish()).isCloseTo(5.4323e-4, within(5e-9));
    assertThat(predicted.exactSma()).isCloseTo(6.0080e-4, within(5e-9));
  }

  @Test
  void saysFromWhereTheFirstOrderIsClose() {
    assertThat(Approximation.at(5).ratio()).isCloseTo(3.30745499309, within(1e-10));
    double close = Approximation.closeFrom(0.01);
    assertThat(Approximation.at(close).ratio()).isCloseTo(1.01, within(1e-8));
    assertThat(Approximation.closeFrom(0.1)).isBetween(4.1, close);
    assertThat(Approximation.all())
        .isSortedAccordingTo((a, b) -> Double.compare(a.rho(), b.rho()))
        .allSatisfy(at -> assertThat(at.ratio()).isGreaterThan(1));
  }
}
