package org.sparkradam.optim;

/** Both moments accumulate, the weights stay: RAdam below its threshold, when told to skip. */
record SkippedStep(Moments moments) implements RuleStep {
  @Override
  public boolean moves() {
    return false;
  }

  @Override
  public void apply(StepArrays arrays, int from, int to, double rate) {
    double[] gradient = arrays.gradient();
    MeanGradient mean = arrays.mean();
    double[] first = Moments.first(arrays);
    double[] second = Moments.second(arrays);
    moments.forget(second, from, to);
    for (int i = from; i < to; i++) {
      double g = mean.of(gradient[i]);
      first[i] = moments.first(first[i], g);
      second[i] = moments.second(second[i], g);
    }
  }

  @Override
  public void scale(StepArrays arrays, int from, int to, double[] scale) {}
}
