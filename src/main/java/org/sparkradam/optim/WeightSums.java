package org.sparkradam.optim;

import java.util.List;
import java.util.function.Consumer;

/**
 * What is to be known of many weights at once.
 *
 * @param probe Σ 0·θ, which is 0 if and only if every θ is finite
 * @param absolute Σ f|θ|, or 0 where nobody needs it
 * @param squared Σ fθ², or 0 where nobody needs it
 */
record WeightSums(double probe, double absolute, double squared) {
  static final WeightSums NONE = new WeightSums(0, 0, 0);

  /**
   * Of weights that no step is at.
   *
   * @param look what to see of each block, whose weights alone are there
   */
  static WeightSums of(double[] weights, Consumer<StepBlock> look) {
    return total(Ranges.map(weights.length, range -> of(weights, look, range)));
  }

  /** Of all ranges, added in their order. */
  static WeightSums total(List<WeightSums> ofRanges) {
    return ofRanges.stream().reduce(NONE, WeightSums::plus);
  }

  boolean finite() {
    return probe == 0;
  }

  private static WeightSums of(double[] weights, Consumer<StepBlock> look, Ranges.Range range) {
    StepBlock block = StepBlock.ofThread();
    for (int from = range.from(); from < range.to(); from += StepBlock.SIZE) {
      block.loadWeights(weights, from, Math.min(StepBlock.SIZE, range.to() - from));
      look.accept(block);
    }
    return block.sums();
  }

  WeightSums plus(WeightSums next) {
    return new WeightSums(probe + next.probe, absolute + next.absolute, squared + next.squared);
  }
}
