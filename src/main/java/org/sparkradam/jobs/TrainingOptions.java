package org.sparkradam.jobs;

import java.util.Locale;
import org.sparkradam.optim.Require;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.table.column.BadInputException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say how long and on what objective a model is trained. */
final class TrainingOptions {
  @Option(
      names = "--batch-size",
      paramLabel = "N",
      description = "rows in a minibatch; default ${DEFAULT-VALUE}")
  long batchSize = 4000;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description =
          "steps of each trial; default, unless --epochs is given, 200; 1000 in sweep-learning-rate"
              + " and compare-conventions, 2200 in compare-warmup")
  Long steps;

  @Option(names = "--epochs", paramLabel = "X", description = "passes over the training rows")
  Double epochs;

  @Option(
      names = "--max-seconds",
      paramLabel = "S",
      description = "the longest that one trial may train; default no limit")
  double maxSeconds = Double.POSITIVE_INFINITY;

  @Mixin PenaltyOptions penalty = new PenaltyOptions();

  /** MLlib counts iterations in an int. */
  private static final long MOST_STEPS = Integer.MAX_VALUE - 1;

  private final long defaultSteps;

  /**
   * @param defaultSteps of the job, where neither steps nor epochs are given
   */
  TrainingOptions(long defaultSteps) {
    this.defaultSteps = defaultSteps;
  }

  /**
   * @param batchSize of the job, unless told otherwise
   */
  TrainingOptions(long batchSize, long defaultSteps) {
    this(defaultSteps);
    this.batchSize = batchSize;
  }

  void check() {
    penalty.check();
    try {
      Require.atLeast("--batch-size", batchSize, 1);
      Require.atLeast("--steps", steps == null ? defaultSteps : steps, 1);
      Require.positive("--epochs", epochs == null ? 1 : epochs);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(e.getMessage(), e);
    }
    if (steps != null && epochs != null) {
      throw new BadInputException("--steps and --epochs say the same thing; give one of them");
    }
    if (steps != null && steps > MOST_STEPS) {
      throw new BadInputException(
          String.format(Locale.ROOT, "--steps must be at most %d, but was %d", MOST_STEPS, steps));
    }
    if (!(maxSeconds > 0)) {
      throw new BadInputException("--max-seconds must be above 0, but was " + maxSeconds);
    }
  }

  /** How long a trial runs on so many training rows. */
  ComparisonSpec.RunLimits limits(long rows) {
    if (epochs == null) {
      return new ComparisonSpec.RunLimits(steps == null ? defaultSteps : steps, maxSeconds);
    }
    double batches = Math.ceil(epochs * rows / Math.min(batchSize, rows));
    if (batches > MOST_STEPS) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "--epochs %s: that is %.0f steps of %d rows; at most %d can be done",
              epochs,
              batches,
              batchSize,
              MOST_STEPS));
    }
    return new ComparisonSpec.RunLimits((long) batches, maxSeconds);
  }
}
