package org.sparkradam.loss;

import java.io.Serializable;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.loss.kernel.LabelledRows;
import org.sparkradam.loss.kernel.Matrix;
import org.sparkradam.loss.kernel.Workspace;

/**
 * A loss of rows as a function of their margins, the numbers that a linear model or a factorization
 * machine makes of the features. Immutable.
 */
public interface MarginLoss extends Serializable {
  /** How many margins a row has. */
  default int outputs() {
    return 1;
  }

  /** How many weights the loss has of its own; they follow the model's. */
  default int parameters() {
    return 0;
  }

  /** Whether it has a derivative everywhere. */
  default boolean isSmooth() {
    return true;
  }

  /**
   * Replaces each margin by the row's weight times the loss's derivative with respect to it, and
   * adds the derivatives with respect to the loss's own weights to the end of the gradient.
   *
   * @param margins outputs × rows
   * @param weights all of a vector's weights
   * @param gradient whose last entries are those of the loss's own weights
   * @param workspace of the calling task
   * @return Σ weight·loss over the rows
   * @throws IllegalArgumentException if a label does not suit the loss
   */
  double differentiate(
      LabelledRows rows,
      Matrix margins,
      double[] weights,
      double[] gradient,
      Workspace workspace,
      Kernel kernel);
}
