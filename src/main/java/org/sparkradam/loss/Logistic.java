package org.sparkradam.loss;

/**
 * log(1 + e^(-z)) with z = (2y - 1)·margin and labels y of 0 or 1: binary logistic regression, as
 * in Spark's {@code LogisticRegression}. Cox, "The regression analysis of binary sequences", J.
 * Royal Statistical Society B 20 (1958).
 */
public record Logistic() implements MarginLoss {

  /**
   * Only e^(-|z|) is taken, so nothing overflows and nothing cancels, however large the margin.
   * There is no branch on the sign of z: for an untrained model it is a coin's throw, and to guess
   * it wrong costs more than the power.
   */
  @Override
  public double differentiate(
      LabelledRows rows,
      Matrix margins,
      double[] weights,
      double[] gradient,
      Workspace workspace,
      Kernel kernel) {
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
