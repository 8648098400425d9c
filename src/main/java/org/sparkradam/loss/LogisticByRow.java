package org.sparkradam.loss;

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
}
