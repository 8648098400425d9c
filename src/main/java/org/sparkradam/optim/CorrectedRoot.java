package org.sparkradam.optim;

/**
 * What most adaptive rules divide a coordinate's step by: √v̂ + ε, with v̂ = v/(1-β2^t). Rules of
 * the first kind, whose ε may stand beside the raw root, have {@link AdaptiveStep}.
 *
 * @param correction √(1-β2^t)
 * @param epsilon above 0
 */
record CorrectedRoot(double correction, double epsilon) {
  /** At step t. */
  static CorrectedRoot of(double beta2, long t, double epsilon) {
    double correction = Math.sqrt(Moments.biasCorrection(beta2, t));
    return new CorrectedRoot(correction, Math.max(epsilon, AdaptiveStep.SMALLEST_EPSILON));
  }

  /** 1/(√v̂ + ε): finite, and 0 where v has overflowed. */
  double inverse(double v) {
    return 1 / (Math.sqrt(v) / correction + epsilon);
  }
}
