package org.sparkradam.ml;

import java.util.Optional;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.loss.Scoring;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.ml.internal.fit.FitBlocks;
import org.sparkradam.ml.internal.param.ParamValue;
import org.sparkradam.train.EarlyStopping;
import org.sparkradam.train.evaluation.Evaluator;
import org.sparkradam.train.evaluation.Metric;

/**
 * When and on how many of the held-out rows a fit is evaluated, and when it is told to stop.
 *
 * @param interval steps between two evaluations
 * @param sample rows that are looked at; of more than these a random part
 * @param patience evaluations without a new best
 */
record HeldOutRows(ShuffledBlocks blocks, long interval, long sample, int patience) {
  /** A long epoch has this many evaluations' worth of news. */
  private static final long EVALUATIONS = 20;

  /** Rows trained on for each one evaluated: no gradient makes these a little cheaper still. */
  private static final long TRAINED_A_ROW = 4;

  /** The loss of fewer rows would say little. */
  private static final long LEAST_SAMPLE = 50_000;

  /** None where no rows are held out. */
  static Optional<HeldOutRows> of(
      MiniBatchStage stage, FitBlocks blocks, Budget budget, long stepsPerEpoch) {
    StageParams.Validation params = stage.stageParams().validation;
    long interval =
        ParamValue.<Integer>ifDefined(stage, params.validationInterval)
            .map(Integer::longValue)
            .orElse(Math.max(1, Math.min(stepsPerEpoch, budget.steps() / EVALUATIONS)));
    long sample = Math.max(LEAST_SAMPLE, interval * budget.batchSize() / TRAINED_A_ROW);
    int patience = ParamValue.of(stage, params.validationPatience);
    return blocks.heldOut().map(rows -> new HeldOutRows(rows, interval, sample, patience));
  }

  /**
   * @param trials how many there are
   */
  EarlyStopping earlyStopping(Scoring loss, Kernel kernel, int trials) {
    // Only the loss is asked for, and accuracy is the metric that needs no pass of its own.
    Evaluator evaluator = Evaluator.over(blocks, loss, kernel, Metric.ACCURACY).onSampleOf(sample);
    return new EarlyStopping(evaluator, interval, patience, 0, trials);
  }
}
