package org.sparkradam.study.histogram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sparkradam.optim.StepOutcome;
import org.sparkradam.study.histogram.HistogramTrial.HistogramStepper;

class HistogramStepperTest {
  @Test
  void looksAtPlannedStepsAndLetsTheOtherStep() {
    HistogramStepper stepper =
        new HistogramStepper(
            (weights, sum, rowWeight) -> {
              weights[0] -= sum[0] / rowWeight;
              return StepOutcome.at(weights);
            },
            Set.of(1L, 3L));
    double[] weights = {0};
    for (double size : new double[] {1, 10, 100}) {
      stepper.step(weights, new double[] {2 * size}, 2);
    }
    assertThat(weights).containsExactly(-111);
    assertThat(stepper.histograms()).containsOnlyKeys(1L, 3L);
    assertThat(stepper.histograms().get(3L).count(40)).isEqualTo(1);
  }
}
