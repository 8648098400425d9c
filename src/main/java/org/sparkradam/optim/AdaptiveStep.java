package org.sparkradam.optim;

/**
 * θ ← θ - α r m̂ l with l = correction / (√v + ε): Adam's step with r = 1, RAdam's when rectified.
 */
record AdaptiveStep(Moments moments, double firstCorrection, double numerator, double epsilon)
    implements RuleStep {
  /**
   * No positive double has a root this small, so the floor changes l only where v is 0, and keeps
   * it finite there.
   */
  private static final double SMALLEST_EPSILON = 1e-200;

  /**
   * @param firstCorrection 1-β1^t
   * @param secondCorrection 1-β2^t
   * @param rectification r_t
   */
  static AdaptiveStep of(
      Moments moments,
      double firstCorrection,
      double secondCorrection,
      double rectification,
      double epsilon,
      EpsilonPlacement placement) {
    double correction = Math.sqrt(secondCorrection);
    double beside = placement.besideRawRoot(epsilon, correction);
    return new AdaptiveStep(
        moments, firstCorrection, rectification * correction, Math.max(beside, SMALLEST_EPSILON));
  }

  @Override
  public void apply(
      double[] gradient, double[] weights, double[] scale, int from, int length, double rate) {
    double momentumRate = rate / firstCorrection;
    for (int j = 0; j < length; j++) {
      double m = moments.updateFirst(from + j, gradient[j]);
      double v = moments.updateSecond(from + j, gradient[j]);
      double adaptive = numerator / (Math.sqrt(v) + epsilon);
      scale[j] = adaptive;
      // In this order an overflowed v gives 0, not infinity times 0.
      weights[from + j] -= m * (adaptive * momentumRate);
    }
  }
}
