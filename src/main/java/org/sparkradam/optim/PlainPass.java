package org.sparkradam.optim;

/**
 * One step over all weights where no penalty takes part: the rule goes over them where they lie.
 */
record PlainPass(RuleStep step, double rate, StepArrays arrays) {
  /** So many that their weights are still in a near cache when they are looked at. */
  private static final int PIECE = 2048;

  StepOutcome run() {
    WeightSums sums = WeightSums.total(Ranges.map(arrays.weights().length, this::over));
    return new StepOutcome(step.moves(), sums.finite(), 0);
  }

  private WeightSums over(Ranges.Range range) {
    StepBlock block = StepBlock.ofThread();
    for (int from = range.from(); from < range.to(); from += PIECE) {
      int to = Math.min(from + PIECE, range.to());
      step.apply(arrays, from, to, rate);
      probe(block, from, to);
    }
    return block.sums();
  }

  private void probe(StepBlock block, int from, int to) {
    for (int i = from; i < to; i += StepBlock.SIZE) {
      block.loadWeights(arrays.weights(), i, Math.min(StepBlock.SIZE, to - i));
      block.probe();
    }
  }
}
