package org.sparkradam.jobs;

import org.sparkradam.optim.Penalty;
import org.sparkradam.optim.Require;
import org.sparkradam.table.column.BadInputException;
import picocli.CommandLine.Option;

/** The options that say what the objective holds against large weights. */
final class PenaltyOptions {
  @Option(
      names = "--reg-param",
      paramLabel = "λ",
      description =
          "strength of the penalty; default 0, but 100 over the number of rows where train finds a"
              + " rare class and many features")
  Double regParam;

  @Option(
      names = "--elastic-net",
      paramLabel = "X",
      description = "share of L1 in the penalty, 0 (L2) to 1 (L1); default ${DEFAULT-VALUE}")
  double elasticNet;

  void check() {
    try {
      Require.nonNegative("--reg-param", regParam());
      Require.fraction("--elastic-net", elasticNet);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(e.getMessage(), e);
    }
  }

  /** What was given, or 0. */
  double regParam() {
    return regParam == null ? 0 : regParam;
  }

  Penalty penalty() {
    return Penalty.none().withL1(regParam() * elasticNet).withL2(regParam() * (1 - elasticNet));
  }
}
