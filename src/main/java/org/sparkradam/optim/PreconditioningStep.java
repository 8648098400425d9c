package org.sparkradam.optim;

/** Only v accumulates; m and the weights stay: the first gradients of Adam-2k. */
record PreconditioningStep(Moments moments) implements RuleStep {
  @Override
  public boolean moves() {
    return false;
  }

  @Override
  public void apply(StepArrays arrays, int from, int to, double rate) {
    double[] gradient = arrays.gradient();
    MeanGradient mean = arrays.mean();
    double[] second = Moments.second(arrays);
    moments.forget(second, from, to);
    for (int i = from; i < to; i++) {
      second[i] = moments.second(second[i], mean.of(gradient[i]));
    }
  }

  @Override
  public void scale(StepArrays arrays, int from, int to, double[] scale) {}
}
