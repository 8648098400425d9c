package org.sparkradam.optim;

import java.util.Arrays;

/** θ ← θ - α m̂ while v accumulates: RAdam below its threshold. */
record MomentumStep(Moments moments, double firstCorrection) implements RuleStep {
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
      first[i] = m;
      second[i] = moments.second(second[i], g);
      weights[i] -= m * momentumRate;
    }
  }

  @Override
  public void scale(StepArrays arrays, int from, int to, double[] scale) {
    Arrays.fill(scale, from, to, 1);
  }
}
