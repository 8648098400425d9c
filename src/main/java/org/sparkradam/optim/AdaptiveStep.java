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
  public void apply(StepBlock block, double rate) {
    moments.updateFirst(block);
    moments.updateSecond(block);
    double momentumRate = rate / firstCorrection;
    double[] m = Moments.first(block);
    double[] v = Moments.second(block);
    double[] weights = block.weights;
    double[] scale = block.scale;
    for (int j = 0; j < block.length; j++) {
      double adaptive = numerator / (Math.sqrt(v[j]) + epsilon);
      scale[j] = adaptive;
      // In this order an overflowed v gives 0, not infinity times 0.
      weights[j] -= m[j] * (adaptive * momentumRate);
    }
  }
}
