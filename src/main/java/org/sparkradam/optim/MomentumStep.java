package org.sparkradam.optim;

import java.util.Arrays;

/** θ ← θ - α m̂ while v accumulates: RAdam below its threshold. */
record MomentumStep(Moments moments, double firstCorrection) implements RuleStep {
  @Override
  public void apply(
      double[] gradient, double[] weights, double[] scale, int from, int length, double rate) {
    double momentumRate = rate / firstCorrection;
    Arrays.fill(scale, 0, length, 1);
    for (int j = 0; j < length; j++) {
      double m = moments.updateFirst(from + j, gradient[j]);
      moments.updateSecond(from + j, gradient[j]);
      weights[from + j] -= m * momentumRate;
    }
  }
}
