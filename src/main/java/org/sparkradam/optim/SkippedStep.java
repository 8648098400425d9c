package org.sparkradam.optim;

/** Both moments accumulate, the weights stay: RAdam below its threshold, when told to skip. */
record SkippedStep(Moments moments) implements RuleStep {
  @Override
  public boolean moves() {
    return false;
  }

  @Override
  public void apply(
      double[] gradient, double[] weights, double[] scale, int from, int length, double rate) {
    for (int j = 0; j < length; j++) {
      moments.updateFirst(from + j, gradient[j]);
      moments.updateSecond(from + j, gradient[j]);
    }
  }
}
