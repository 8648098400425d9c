package org.sparkradam.ml;

import java.util.function.LongUnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkradam.ml.internal.param.ParamValue;

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
    return planned(stage, rows).orWarn(stage, rows);
  }

  /**
   * That of a fit, with a warning where it is short.
   *
   * @param batchSize where the param is not set
   * @param steps by those of an epoch, where {@code maxIter} is not set
   */
  static Budget of(MiniBatchStage stage, long rows, long batchSize, LongUnaryOperator steps) {
    return planned(stage, rows, batchSize, steps).orWarn(stage, rows);
  }

  /** That of most tables. */
  static long batchSize(long rows) {
    return Math.max(LEAST_BATCH, Math.min(MOST_BATCH, rows / BATCHES));
  }

  private Budget orWarn(MiniBatchStage stage, long rows) {
    long stepsPerEpoch = stepsPerEpoch(rows, batchSize);
    if (steps < stepsPerEpoch) {
      LOG.warn(
          "{}: {} steps of {} rows do not visit each of the {} rows once",
          stage.uid(),
          steps,
          batchSize,
          rows);
    }
    return this;
  }

  /** What a fit of a stage would read at most of so many rows to train on. */
  public static Budget planned(MiniBatchStage stage, long rows) {
    if (FullBatchSolver.isChosen(stage)) {
      return FullBatchSolver.plan(stage, rows).budget();
    }
    TrainingDefaults defaults = stage.stageParams().defaults;
    return planned(stage, rows, batchSize(rows), stepsPerEpoch -> defaults.steps(stepsPerEpoch, 1));
  }

  private static Budget planned(
      MiniBatchStage stage, long rows, long otherwise, LongUnaryOperator steps) {
    BudgetParams params = stage.stageParams().budget;
    long batchSize = ParamValue.<Long>ifDefined(stage, params.batchSize).orElse(otherwise);
    long planned =
        ParamValue.<Integer>ifDefined(stage, params.maxIter)
            .map(Integer::longValue)
            .orElseGet(() -> steps.applyAsLong(stepsPerEpoch(rows, batchSize)));
    return new Budget(planned, batchSize);
  }

  private static long stepsPerEpoch(long rows, long batchSize) {
    return (rows - 1) / batchSize + 1;
  }
}
