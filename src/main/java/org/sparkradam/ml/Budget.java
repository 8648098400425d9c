package org.sparkradam.ml;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much a fit reads.
 *
 * @param steps {@code maxIter}, or where it is not set as many as {@link TrainingDefaults} says
 * @param batchSize {@code batchSize}, or where it is not set a 64th of the rows, within {@value
 *     #LEAST_BATCH} and {@value #MOST_BATCH}
 */
public record Budget(long steps, long batchSize) {
  private static final Logger LOG = LoggerFactory.getLogger(Budget.class);

  static final long LEAST_BATCH = 256;
  static final long MOST_BATCH = 16_384;
  private static final long BATCHES = 64;

  /** That of a fit, with a warning where it is short. */
  static Budget of(MiniBatchStage stage, long rows) {
    return of(stage, rows, 1);
  }

  /**
   * That of a fit, with a warning where it is short.
   *
   * @param determination see {@link TrainingDefaults#steps}
   */
  static Budget of(MiniBatchStage stage, long rows, double determination) {
    Budget budget = planned(stage, rows, determination);
    long stepsPerEpoch = stepsPerEpoch(rows, budget.batchSize);
    if (budget.steps < stepsPerEpoch) {
      LOG.warn(
          "{}: {} steps of {} rows do not visit each of the {} rows once",
          stage.uid(),
          budget.steps,
          budget.batchSize,
          rows);
    }
    return budget;
  }

  /** What a fit of a stage would read at most of so many rows to train on. */
  public static Budget planned(MiniBatchStage stage, long rows) {
    return planned(stage, rows, 1);
  }

  private static Budget planned(MiniBatchStage stage, long rows, double determination) {
    BudgetParams params = stage.stageParams().budget;
    long batchSize =
        ParamValue.<Long>ifDefined(stage, params.batchSize)
            .orElseGet(() -> within(rows / BATCHES, LEAST_BATCH, MOST_BATCH));
    long steps =
        ParamValue.<Integer>ifDefined(stage, params.maxIter)
            .map(Integer::longValue)
            .orElseGet(
                () ->
                    stage
                        .stageParams()
                        .defaults
                        .steps(stepsPerEpoch(rows, batchSize), determination));
    return new Budget(steps, batchSize);
  }

  private static long stepsPerEpoch(long rows, long batchSize) {
    return (rows - 1) / batchSize + 1;
  }

  private static long within(long value, long least, long most) {
    return Math.max(least, Math.min(most, value));
  }
}
