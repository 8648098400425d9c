package org.sparkradam.loss;

import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.loss.kernel.LabelledRows;
import org.sparkradam.loss.kernel.Matrix;
import org.sparkradam.loss.kernel.Workspace;

/**
 * log(1 + e^(-z)) with z = (2y - 1)·margin and labels y of 0 or 1: binary logistic regression, as
 * in Spark's {@code LogisticRegression}. Cox, "The regression analysis of binary sequences", J.
 * Royal Statistical Society B 20 (1958).
 */
public record Logistic() implements MarginLoss {

  @Override
  public double differentiate(
      LabelledRows rows,
      Matrix margins,
      double[] weights,
      double[] gradient,
      Workspace workspace,
      Kernel kernel) {
    return kernel.differentiateLogistic(rows, margins, workspace);
  }
}
