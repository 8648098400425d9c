package org.sparkradam.loss;

/**
 * log(1 + e^(-z)) with z = (2y - 1)·margin and labels y of 0 or 1: binary logistic regression, as
 * in Spark's {@code LogisticRegression}. Cox, "The regression analysis of binary sequences", J.
 * Royal Statistical Society B 20 (1958).
 */
public record Logistic() implements MarginLoss {

  /** Only e^(-|z|) is taken, so nothing overflows and nothing cancels, however large the margin. */
  @Override
  public double differentiate(
      LabelledRows rows, Matrix margins, double[] weights, double[] gradient, Kernel kernel) {
    LogSum logs = new LogSum(kernel);
    double[] values = margins.values();
    double wrong = 0;
    for (int row = 0; row < rows.rows(); row++) {
      int at = margins.from() + row;
      double sign = 2 * rows.label(row) - 1;
      double z = sign * values[at];
      double power = kernel.exp(-Math.abs(z));
      double weight = rows.weight(row);
      wrong += weight * Math.max(-z, 0);
      logs.add(power, weight);
      values[at] = -sign * weight * ((z > 0 ? power : 1) / (1 + power));
    }
    return wrong + logs.total();
  }
}
