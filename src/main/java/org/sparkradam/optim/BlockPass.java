package org.sparkradam.optim;

/**
 * One step over coordinates that a penalty moves as well, or that lie apart. They are copied block
 * by block, so that the mean, clipping, penalties, rule and proximal step find theirs in the
 * processor's nearest cache and memory is read only once.
 */
record BlockPass(RuleStep step, double rate, MeanGradient mean, Penalty penalty) {
  StepOutcome over(Coordinates coordinates) {
    return outcome(sums(coordinates));
  }

  /** What it came to, of all coordinates. */
  StepOutcome outcome(WeightSums sums) {
    return new StepOutcome(step.moves(), sums.finite(), penalty.value(sums));
  }

  /** Steps these, and gives what is to be known of their weights. */
  WeightSums sums(Coordinates coordinates) {
    return WeightSums.total(Ranges.map(coordinates.count(), range -> over(coordinates, range)));
  }

  private WeightSums over(Coordinates coordinates, Ranges.Range range) {
    StepBlock block = StepBlock.ofThread();
    for (int from = range.from(); from < range.to(); from += StepBlock.SIZE) {
      load(coordinates, block, from, Math.min(StepBlock.SIZE, range.to() - from));
      move(block);
      coordinates.store(block);
      block.probe();
      penalty.addValue(block);
    }
    return block.sums();
  }

  /** With the gradient that the rule is to consume. */
  void load(Coordinates coordinates, StepBlock block, int from, int length) {
    coordinates.load(block, from, length);
    mean.apply(block.gradient, 0, block.length);
    penalty.addTo(block);
    if (step.decays()) {
      penalty.tellDecay(block);
    }
  }

  private void move(StepBlock block) {
    if (step.moves()) {
      if (!step.decays()) {
        penalty.decay(block, rate);
      }
      step.apply(block.arrays(), 0, block.length, rate);
      penalty.shrink(block, step, rate);
    } else {
      step.apply(block.arrays(), 0, block.length, rate);
    }
  }
}
