package org.sparkradam.optim;

import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What is to be known of many weights at once.
 *
 * @param probe Σ 0·θ, which is 0 if and only if every θ is finite
 * @param absolute Σ f|θ|, or 0 where nobody needs it
 * @param squared Σ fθ², or 0 where nobody needs it
 */
record WeightSums(double probe, double absolute, double squared) {
  private static final WeightSums NONE = new WeightSums(0, 0, 0);

  /** Of weights that no step is at, block by block. */
  static WeightSums of(double[] weights, Consumer<StepBlock> look) {
    return total(Ranges.map(weights.length, range -> of(weights, look, range)));
  }

  /** Of ranges whose work may be done in any order, but which are added in their own. */
  static WeightSums total(Stream<WeightSums> ofRanges) {
    return ofRanges.toList().stream().reduce(NONE, WeightSums::plus);
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

  private WeightSums plus(WeightSums next) {
    return new WeightSums(probe + next.probe, absolute + next.absolute, squared + next.squared);
  }
}
