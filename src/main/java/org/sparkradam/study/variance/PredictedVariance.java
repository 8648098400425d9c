package org.sparkradam.study.variance;

import org.sparkradam.optim.AdaptiveRateVariance;
import org.sparkradam.optim.VarianceModel;

/**
 * What theory says of l_t for gradients of mean 0 and variance 1.
 *
 * @param smaLength ρ_t, the degrees of freedom that the paper takes
 * @param kishSize the effective sample size of the weights (Kish 1965), their sum squared over the
 *     sum of their squares
 * @param rectification r_t by the first-order variance, NaN where the step is not rectified
 */
public record PredictedVariance(double smaLength, double kishSize, double rectification) {
  /** After t gradients. */
  public static PredictedVariance at(double beta2, long t) {
    double decay = -StrictMath.log1p(-(1 - beta2));
    return new PredictedVariance(
        AdaptiveRateVariance.smaLength(beta2, t),
        // ρ∞ (1-β2^t) / (1+β2^t), where ρ∞ is 1/tanh(decay/2).
        StrictMath.tanh(t * decay / 2) / StrictMath.tanh(decay / 2),
        AdaptiveRateVariance.rectification(beta2, t, VarianceModel.FIRST_ORDER));
  }

  /** The exact variance at ρ_t. */
  public double exactSma() {
    return AdaptiveRateVariance.exact(smaLength);
  }

  /** The first-order variance at ρ_t, which r_t is made of. */
  public double firstOrderSma() {
    return AdaptiveRateVariance.firstOrder(smaLength);
  }

  /** The exact variance at the Kish size. */
  public double exactKish() {
    return AdaptiveRateVariance.exact(kishSize);
  }

  /** The first-order variance at the Kish size. */
  public double firstOrderKish() {
    return AdaptiveRateVariance.firstOrder(kishSize);
  }
}
