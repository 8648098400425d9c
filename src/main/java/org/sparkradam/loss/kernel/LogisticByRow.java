package org.sparkradam.loss.kernel;

import org.sparkradam.loss.Logistic;

/** {@link Logistic}'s loss row after row. */
final class LogisticByRow {
  private LogisticByRow() {}

  /**
   * Only e^(-|z|) is taken, so nothing overflows and nothing cancels, however large the margin.
   * There is no branch on the sign of z: for an untrained model it is a coin's throw, and to guess
   * it wrong costs more than the power.
   */
  static double differentiate(
      LabelledRows rows, Matrix margins, Workspace workspace, Kernel kernel) {
    double[] powers = powers(rows, margins, workspace);
    LogSum logs = new LogSum(kernel);
    double[] values = margins.values();
    double wrongTwice = 0;
    for (int row = 0; row < rows.rows(); row++) {
      int at = margins.from() + row;
      double sign = 2 * rows.label(row) - 1;
      double z = sign * values[at];
      double weight = rows.weight(row);
      wrongTwice += weight * (Math.abs(z) - z);
      logs.add(powers[row], weight);
      // 1 where z > 0, else 0.
      double right = Math.copySign(0.5, z) + 0.5;
      values[at] = -sign * weight * ((1 - right) + right * powers[row]) / (1 + powers[row]);
    }
    return wrongTwice / 2 + logs.total();
  }

  /** e^(-|z|) of each row. */
  private static double[] powers(LabelledRows rows, Matrix margins, Workspace workspace) {
    double[] powers = workspace.array(Workspace.Slot.POWERS, rows.rows());
    for (int row = 0; row < rows.rows(); row++) {
      double sign = 2 * rows.label(row) - 1;
      powers[row] = -Math.abs(sign * margins.values()[margins.from() + row]);
    }
    Exponential.apply(powers, rows.rows(), workspace);
    return powers;
  }

  /**
   * Σ weight·log(1 + x) over many x of at least 0, with one logarithm for a run of x of equal
   * weight.
   *
   * <p>(1 + q)(1 + x) - 1 = q + x + q·x is a sum of positive terms: a run's product, less 1, keeps
   * its relative precision even where all x are tiny. Not safe among threads.
   */
  static final class LogSum {
    /** Short of this a run goes on: at most some 30 terms near 1, or many tiny ones. */
    private static final double LONG_ENOUGH = 1 << 30;

    private final Kernel kernel;
    private double sum;
    private double weight = 1;

    /** The run's product, less 1. */
    private double product;

    LogSum(Kernel kernel) {
      this.kernel = kernel;
    }

    void add(double x, double itsWeight) {
      if (itsWeight != weight || product > LONG_ENOUGH) {
        sum = total();
        product = 0;
        weight = itsWeight;
      }
      product = (product + x) + product * x;
    }

    double total() {
      return sum + weight * kernel.log1p(product);
    }
  }
}
