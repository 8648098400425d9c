package org.sparkradam.optim;

/** Only v accumulates; m and the weights stay: the first gradients of Adam-2k. */
record PreconditioningStep(Moments moments) implements RuleStep {
  @Override
  public boolean moves() {
    return false;
  }

  @Override
  public void apply(
      double[] gradient, double[] weights, double[] scale, int from, int length, double rate) {
    for (int j = 0; j < length; j++) {
      moments.updateSecond(from + j, gradient[j]);
    }
  }
}
