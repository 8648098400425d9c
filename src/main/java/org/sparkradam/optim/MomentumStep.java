package org.sparkradam.optim;

import java.util.Arrays;

/** θ ← θ - α m̂ while v accumulates: RAdam below its threshold. */
record MomentumStep(Moments moments, double firstCorrection) implements RuleStep {
  @Override
  public void apply(StepBlock block, double rate) {
    moments.updateFirst(block);
    moments.updateSecond(block);
    Arrays.fill(block.scale, 1);
    double momentumRate = rate / firstCorrection;
    double[] m = Moments.first(block);
    double[] weights = block.weights;
    for (int j = 0; j < block.length; j++) {
      weights[j] -= m[j] * momentumRate;
    }
  }
}
