package org.sparkradam.study.histogram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sparkradam.optim.StepOutcome;
import org.sparkradam.study.LabelScale;
import org.sparkradam.study.histogram.HistogramTrial.HistogramStepper;
import org.sparkradam.train.LockstepTrial;
import org.sparkradam.train.LossHistory;
import org.sparkradam.train.evaluation.Evaluation;

class HistogramTrialTest {
  /** Half squared errors of labels ten times as large are a hundred times as large. */
  @Test
  void lossesAreInTheLabelsOwnUnit() {
    assertThat(loss(new LabelScale(7, 2))).isEqualTo(0.375 * 4);
    assertThat(loss(new LabelScale(70, 20))).isEqualTo(0.375 * 400);
    assertThat(loss(LabelScale.NONE)).isEqualTo(0.375);
  }

  private static double loss(LabelScale labels) {
    LossHistory losses = new LossHistory();
    losses.add(0.375);
    HistogramStepper stepper =
        new HistogramStepper((weights, sum, rowWeight) -> StepOutcome.at(weights), Set.of(1L));
    stepper.step(new double[1], new double[] {3}, 1);
    HistogramTrial trial =
        new HistogramTrial("adam", stepper, new LockstepTrial(1, stepper, new double[1], losses));
    return trial.recorded(labels, Evaluation.NONE, Evaluation.NONE).steps().get(0).loss();
  }
}
