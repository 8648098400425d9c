package org.sparkradam.study.variance;

import org.sparkradam.optim.AdaptiveRateVariance;

/**
 * A point of a curve: what was simulated at a step and what theory says of it.
 *
 * @param step t
 * @param simulated the variance of l_t; without a band before {@link #FIRST_BAND}
 * @param predicted for gradients of mean 0
 */
public record StepVariance(int step, VarianceEstimate simulated, PredictedVariance predicted) {
  /** From here l_t has a variance at all: 1/l² is a sum of t squares. */
  public static final int FIRST_FINITE = 3;

  /**
   * From here l² has a fourth moment, so that the standard error, estimated from l⁴, has a finite
   * variance itself.
   */
  public static final int FIRST_BAND = 9;

  static StepVariance of(int step, CentralMoments moments, double beta2) {
    VarianceEstimate estimate = VarianceEstimate.of(moments);
    return new StepVariance(
        step,
        step < FIRST_BAND ? estimate.withoutBand() : estimate,
        PredictedVariance.at(beta2, step));
  }

  /** The variance of r_t·l_t; NaN where the step is not rectified. */
  public VarianceEstimate rectified() {
    return simulated.scaled(predicted.rectification());
  }

  /** The exact variance for t independent gradients that weigh alike. */
  public double exactIndependent() {
    return AdaptiveRateVariance.exact(step);
  }

  boolean hasBand() {
    return step >= FIRST_BAND;
  }
}
