package org.sparkradam.jobs;

import org.sparkradam.optim.Require;
import org.sparkradam.table.BadInputException;
import picocli.CommandLine.Option;

/** The options that say how much a fit reads; what is not given, the stage chooses. */
final class FitBudgetOptions {
  @Option(
      names = "--batch-size",
      paramLabel = "N",
      description = "rows in a minibatch; default by the number of rows")
  Long batchSize;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "default by the number of rows, unless --epochs is given")
  Integer steps;

  @Option(names = "--epochs", paramLabel = "X", description = "passes over the training rows")
  Double epochs;

  @Option(
      names = "--max-seconds",
      paramLabel = "S",
      description =
          "the longest to train, ending with the weights that there are; default no limit")
  double maxSeconds = Double.POSITIVE_INFINITY;

  void check() {
    try {
      Require.atLeast("--batch-size", batchSize == null ? 1 : batchSize, 1);
      Require.atLeast("--steps", steps == null ? 1 : steps, 1);
      Require.positive("--epochs", epochs == null ? 1 : epochs);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(e.getMessage(), e);
    }
    if (steps != null && epochs != null) {
      throw new BadInputException("--steps and --epochs say the same thing; give one of them");
    }
    if (!(maxSeconds > 0)) {
      throw new BadInputException("--max-seconds must be above 0, but was " + maxSeconds);
    }
  }
}
