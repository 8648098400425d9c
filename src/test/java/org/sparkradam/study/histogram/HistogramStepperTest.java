package org.sparkradam.study.histogram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class HistogramStepperTest {
  @Test
  void looksAtPlannedStepsAndLetsTheOtherStep() {
    HistogramStepper stepper =
        new HistogramStepper((weights, gradient) -> weights[0] -= gradient[0], Set.of(1L, 3L));
    double[] weights = {0};
    for (double size : new double[] {1, 10, 100}) {
      stepper.step(weights, new double[] {size});
    }
    assertThat(weights).containsExactly(-111);
    assertThat(stepper.histograms()).containsOnlyKeys(1L, 3L);
    assertThat(stepper.histograms().get(3L).count(40)).isEqualTo(1);
  }
}
