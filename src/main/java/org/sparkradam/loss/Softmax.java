package org.sparkradam.loss;

import org.sparkradam.loss.kernel.Check;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.loss.kernel.LabelledRows;
import org.sparkradam.loss.kernel.Matrix;
import org.sparkradam.loss.kernel.Workspace;

/**
 * Cross entropy of the softmax of k margins, labels being 0 … k - 1: multinomial logistic
 * regression with one weight vector a class, one more than needed, as in Spark's {@code
 * LogisticRegression}. Bridle, "Training stochastic model recognition algorithms as networks can
 * lead to maximum mutual information estimation of parameters", NIPS 2 (1989).
 *
 * @param classes k, at least 2
 */
public record Softmax(int classes) implements MarginLoss {
  /**
   * @throws IllegalArgumentException if there are less than two classes
   */
  public Softmax {
    Check.atLeast("number of classes", classes, 2);
  }

  @Override
  public int outputs() {
    return classes;
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
      int y = rows.classOf(row, classes);
      sum +=
          CrossEntropy.differentiate(
              values,
              margins.from() + row,
              margins.columns(),
              classes,
              y,
              rows.weight(row),
              kernel);
    }
    return sum;
  }
}
