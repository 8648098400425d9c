package org.sparkradam.optim;

/** Both moments accumulate, the weights stay: RAdam below its threshold, when told to skip. */
record SkippedStep(Moments moments) implements RuleStep {
  @Override
  public boolean moves() {
    return false;
  }

  @Override
  public void apply(StepBlock block, double rate) {
    moments.updateFirst(block);
    moments.updateSecond(block);
  }
}
