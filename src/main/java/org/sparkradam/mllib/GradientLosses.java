package org.sparkradam.mllib;

import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.optimization.Gradient;
import org.apache.spark.mllib.optimization.HingeGradient;
import org.apache.spark.mllib.optimization.LeastSquaresGradient;
import org.apache.spark.mllib.optimization.LogisticGradient;
import org.sparkradam.loss.BlockLoss;
import org.sparkradam.loss.Hinge;
import org.sparkradam.loss.LinearLoss;
import org.sparkradam.loss.Logistic;
import org.sparkradam.loss.MllibGradientLoss;
import org.sparkradam.loss.Squared;
import org.sparkradam.loss.Term;

/** Losses over blocks for MLlib's gradients: our own where it is the same loss, else an adapter. */
final class GradientLosses {
  private GradientLosses() {}

  /**
   * @throws IllegalArgumentException if the gradient refuses so many weights
   */
  static BlockLoss of(Gradient gradient, int features, int weightCount) {
    if (features == weightCount) {
      if (gradient.getClass() == LogisticGradient.class) {
        requireTwoClasses((LogisticGradient) gradient, features);
        return new LinearLoss(new Logistic(), features, Term.ABSENT);
      }
      if (gradient.getClass() == LeastSquaresGradient.class) {
        return new LinearLoss(new Squared(), features, Term.ABSENT);
      }
      if (gradient.getClass() == HingeGradient.class) {
        return new LinearLoss(new Hinge(), features, Term.ABSENT);
      }
    }
    return new MllibGradientLoss(gradient, features, weightCount);
  }

  /** A gradient does not tell its number of classes, but refuses weights that do not suit it. */
  private static void requireTwoClasses(LogisticGradient gradient, int features) {
    Vector zeros = Vectors.zeros(features);
    gradient.compute(zeros, 0, zeros, zeros.copy());
  }
}
