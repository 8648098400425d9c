package org.sparkradam.loss;

import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.loss.kernel.LabelledRows;
import org.sparkradam.loss.kernel.Matrix;
import org.sparkradam.loss.kernel.Workspace;

/**
 * 1/2 - z where z ≤ 0, (1 - z)²/2 where 0 &lt; z &lt; 1, else 0, with z = (2y - 1)·margin and
 * labels y of 0 or 1: a hinge with a derivative everywhere. Rennie &amp; Srebro, "Loss functions
 * for preference levels: regression with discrete ordered labels", IJCAI workshop on advances in
 * preference handling (2005).
 */
public record SmoothedHinge() implements MarginLoss {

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
      double missing = Math.max(1 - sign * values[at], 0);
      double slope = Math.min(missing, 1);
      double weight = rows.weight(row);
      sum += weight * slope * (missing - slope / 2);
      values[at] = -sign * weight * slope;
    }
    return sum;
  }
}
