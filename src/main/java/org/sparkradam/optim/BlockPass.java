package org.sparkradam.optim;

/**
 * One step over coordinates that a penalty moves as well, or that lie apart. They are copied block
 * by block, so that the mean, clipping, penalties, rule and proximal step find theirs in the
 * processor's nearest cache and memory is read only once.
 */
record BlockPass(RuleStep step, double rate, MeanGradient mean, Penalty penalty) {
  StepOutcome over(Coordinates coordinates) {
    WeightSums sums =
        WeightSums.total(Ranges.map(coordinates.count(), range -> over(coordinates, range)));
    return new StepOutcome(step.moves(), sums.finite(), penalty.value(sums));
  }

  private WeightSums over(Coordinates coordinates, Ranges.Range range) {
    StepBlock block = StepBlock.ofThread();
    for (int from = range.from(); from < range.to(); from += StepBlock.SIZE) {
      coordinates.load(block, from, Math.min(StepBlock.SIZE, range.to() - from));
      mean.apply(block.gradient, 0, block.length);
      penalty.addTo(block);
      move(block);
      coordinates.store(block);
      block.probe();
      penalty.addValue(block);
    }
    return block.sums();
  }

  private void move(StepBlock block) {
    if (step.moves()) {
      penalty.decay(block, rate);
      step.apply(block.arrays, 0, block.length, rate);
      penalty.shrink(block, step, rate);
    } else {
      step.apply(block.arrays, 0, block.length, rate);
    }
  }
}
