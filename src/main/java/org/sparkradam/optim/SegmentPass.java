package org.sparkradam.optim;

import java.util.List;

/** One step that is measured before it is applied, a segment after the other. */
record SegmentPass(SegmentStep step, double rate, MeanGradient mean, Penalty penalty) {
  StepOutcome over(Coordinates.All all, Segments segments) {
    WeightSums total = WeightSums.NONE;
    int first = 0;
    for (int end : segments.ends(all.count())) {
      Segment segment = new Segment(all, first, end - first);
      RuleStep ofSegment = step.of(measured(segment));
      total = total.plus(new BlockPass(ofSegment, rate, mean, penalty).sums(segment));
      first = end;
    }
    return new StepOutcome(step.moves(), total.finite(), penalty.value(total));
  }

  /** Sums of ranges, in their order. */
  private double[] measured(Segment segment) {
    List<double[]> ofRanges = Ranges.map(segment.count(), range -> measured(segment, range));
    double[] sums = new double[step.sums()];
    for (double[] ofRange : ofRanges) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += ofRange[i];
      }
    }
    return sums;
  }

  private double[] measured(Segment segment, Ranges.Range range) {
    BlockPass blocks = new BlockPass(step, rate, mean, penalty);
    StepBlock block = StepBlock.ofThread();
    double[] sums = new double[step.sums()];
    for (int from = range.from(); from < range.to(); from += StepBlock.SIZE) {
      blocks.load(segment, block, from, Math.min(StepBlock.SIZE, range.to() - from));
      step.measure(block.arrays(), 0, block.length, sums);
      segment.store(block);
    }
    return sums;
  }

  /** Some neighbours. */
  record Segment(Coordinates.All all, int first, int count) implements Coordinates {
    @Override
    public void load(StepBlock block, int from, int length) {
      all.load(block, first + from, length);
    }

    @Override
    public void store(StepBlock block) {
      all.store(block);
    }
  }
}
