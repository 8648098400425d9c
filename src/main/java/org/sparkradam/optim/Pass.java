package org.sparkradam.optim;

/**
 * One step over all weights, block by block, so that clipping, penalties, rule and proximal step
 * find their block in the processor's nearest cache and memory is read only once.
 */
record Pass(RuleStep step, double rate, GradientClip clip, double clipFactor, Penalty penalty) {
  /**
   * Gradient, weights, two moments and two scratch arrays: 24 KiB. The bits do not depend on it.
   */
  private static final int BLOCK = 512;

  void over(double[] weights, double[] gradient) {
    int size = weights.length;
    double[] block = new double[Math.min(BLOCK, size)];
    double[] scale = new double[block.length];
    for (int from = 0; from < size; from += BLOCK) {
      int length = Math.min(BLOCK, size - from);
      load(gradient, from, length, block);
      penalty.addTo(block, weights, from, length);
      move(weights, block, scale, from, length);
    }
  }

  private void load(double[] gradient, int from, int length, double[] block) {
    double bound = clip.bound();
    for (int j = 0; j < length; j++) {
      block[j] = Math.max(-bound, Math.min(bound, clipFactor * gradient[from + j]));
    }
  }

  private void move(double[] weights, double[] block, double[] scale, int from, int length) {
    if (step.moves()) {
      penalty.decay(weights, from, length, rate);
      step.apply(block, weights, scale, from, length, rate);
      penalty.shrink(weights, scale, from, length, rate);
    } else {
      step.apply(block, weights, scale, from, length, rate);
    }
  }
}
