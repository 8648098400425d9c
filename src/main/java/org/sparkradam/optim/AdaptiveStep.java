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
  static final double SMALLEST_EPSILON = 1e-200;

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
  public void apply(StepArrays arrays, int from, int to, double rate) {
    double[] gradient = arrays.gradient();
    MeanGradient mean = arrays.mean();
    double[] weights = arrays.weights();
    double[] first = Moments.first(arrays);
    double[] second = Moments.second(arrays);
    double momentumRate = rate / firstCorrection;
    moments.forget(second, from, to);
    for (int i = from; i < to; i++) {
      double g = mean.of(gradient[i]);
      double m = moments.first(first[i], g);
      double v = moments.second(second[i], g);
      first[i] = m;
      second[i] = v;
      // In this order an overflowed v gives 0, not infinity times 0.
      weights[i] -= m * (adaptive(v) * momentumRate);
    }
  }

  @Override
  public void scale(StepArrays arrays, int from, int to, double[] scale) {
    double[] second = Moments.second(arrays);
    for (int i = from; i < to; i++) {
      scale[i] = adaptive(second[i]);
    }
  }

  /** r l. */
  private double adaptive(double v) {
    return numerator / (Math.sqrt(v) + epsilon);
  }
}
