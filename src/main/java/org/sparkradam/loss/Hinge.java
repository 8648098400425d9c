package org.sparkradam.loss;

import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.loss.kernel.LabelledRows;
import org.sparkradam.loss.kernel.Matrix;
import org.sparkradam.loss.kernel.Workspace;

/**
 * max(0, 1 - z) with z = (2y - 1)·margin and labels y of 0 or 1: the linear support vector machine,
 * as in Spark's {@code LinearSVC}. Cortes &amp; Vapnik, "Support-vector networks", Machine Learning
 * 20 (1995). At z = 1, where there is no derivative, 0 is taken for it.
 */
public record Hinge() implements MarginLoss {
  @Override
  public boolean isSmooth() {
    return false;
  }

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
      double sign = 2 * rows.label(row) - 1;
      double missing = 1 - sign * values[at];
      double weight = rows.weight(row);
      sum += weight * Math.max(missing, 0);
      // Not "missing > 0 ?": a NaN must not pass for a row that is classified well.
      values[at] = missing <= 0 ? 0 : -sign * weight;
    }
    return sum;
  }
}
