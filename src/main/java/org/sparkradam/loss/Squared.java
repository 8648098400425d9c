package org.sparkradam.loss;

import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.loss.kernel.LabelledRows;
import org.sparkradam.loss.kernel.Matrix;
import org.sparkradam.loss.kernel.Workspace;

/**
 * (margin - y)² / 2: least squares with the half of Spark's {@code LinearRegression} and of MLlib's
 * {@code LeastSquaresGradient}.
 */
public record Squared() implements MarginLoss {

  @Override
  public double differentiate(
      LabelledRows rows,
      Matrix margins,
      double[] weights,
      double[] gradient,
      Workspace workspace,
      Kernel kernel) {
    double[] values = margins.values();
    double sum = 0;
    for (int row = 0; row < rows.rows(); row++) {
      int at = margins.from() + row;
      double error = values[at] - rows.label(row);
      values[at] = rows.weight(row) * error;
      sum += values[at] * error;
    }
    return sum / 2;
  }
}
