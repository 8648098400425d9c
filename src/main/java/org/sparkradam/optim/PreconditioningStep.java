package org.sparkradam.optim;

/** Only v accumulates; m and the weights stay: the first gradients of Adam-2k. */
record PreconditioningStep(Moments moments) implements RuleStep {
  @Override
  public boolean moves() {
    return false;
  }

  @Override
  public void apply(StepBlock block, double rate) {
    moments.updateSecond(block);
  }
}
