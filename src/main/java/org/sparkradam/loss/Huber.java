package org.sparkradam.loss;

import org.sparkradam.loss.kernel.Check;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.loss.kernel.LabelledRows;
import org.sparkradam.loss.kernel.Matrix;
import org.sparkradam.loss.kernel.Workspace;

/**
 * Huber's loss with its scale σ fitted beside the coefficients, as in Spark's {@code
 * LinearRegression} with loss "huber": with the error r = y - margin, (σ + r²/σ)/2 where |r| ≤ εσ,
 * else (σ + 2ε|r| - ε²σ)/2. Owen, "A robust hybrid of lasso and ridge regression", Contemporary
 * Mathematics 443 (2007).
 *
 * <p>Its own weight is log σ, which needs no bound: σ stays above 0 whatever a step does. (Spark
 * optimises σ itself, within bounds.)
 *
 * @param epsilon ε, above 1 as in Spark, for the loss to fall without end as σ → ∞ otherwise
 */
public record Huber(double epsilon) implements MarginLoss {
  /**
   * @throws IllegalArgumentException if ε is out of range
   */
  public Huber {
    if (!(epsilon > 1 && epsilon < Double.POSITIVE_INFINITY)) {
      throw Check.refusal("epsilon", epsilon, "above 1 and finite");
    }
  }

  @Override
  public int parameters() {
    return 1;
  }

  @Override
  public double differentiate(
      LabelledRows rows,
      Matrix margins,
      double[] weights,
      double[] gradient,
      Workspace workspace,
      Kernel kernel) {
    double sigma = kernel.exp(weights[weights.length - 1]);
    double[] values = margins.values();
    double ofErrors = 0;
    double ofSigma = 0;
    for (int row = 0; row < rows.rows(); row++) {
      int at = margins.from() + row;
      double weight = rows.weight(row);
      double error = (values[at] - rows.label(row)) / sigma;
      double slope = Math.max(-epsilon, Math.min(epsilon, error));
      // In units of σ, slope·error - slope²/2 is r²/2 near 0 and ε|r| - ε²/2 beyond.
      ofErrors += weight * slope * (error - slope / 2);
      ofSigma += weight * (1 - slope * slope);
      values[at] = weight * slope;
    }
    gradient[gradient.length - 1] += sigma * ofSigma / 2;
    return sigma * ofErrors + sigma * weightOf(rows) / 2;
  }

  private static double weightOf(LabelledRows rows) {
    double weight = 0;
    for (int row = 0; row < rows.rows(); row++) {
      weight += rows.weight(row);
    }
    return weight;
  }
}
