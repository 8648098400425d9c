package org.sparkradam.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sparkradam.block.Minibatch;
import org.sparkradam.block.MinibatchPlan;
import org.sparkradam.block.RowBlock;
import org.sparkradam.block.RowRange;
import org.sparkradam.block.SparseBlock;
import org.sparkradam.loss.BlockLoss;
import org.sparkradam.loss.GradientSums;
import org.sparkradam.loss.kernel.PortableKernel;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.RuleState;

/** One trial as a plain loop without Spark, over the same slices and along a tree of its own. */
record PlainTraining(List<RowBlock> blocks, BlockLoss loss, MinibatchPlan plan) {
  PlainTraining {
    blocks = blocks.stream().map(PlainTraining::ofTable).toList();
  }

  /** Under the table's numbers of features, as the loss has them. */
  private static RowBlock ofTable(RowBlock block) {
    if (block.columns() == null) {
      return block;
    }
    SparseBlock sparse = (SparseBlock) block;
    int[] indices = IntStream.of(sparse.indices()).map(i -> sparse.columns()[i]).toArray();
    return new SparseBlock(
        sparse.features(),
        sparse.rowStarts(),
        indices,
        sparse.values(),
        sparse.labels(),
        sparse.weights());
  }

  record Result(double[] weights, double[] losses) {}

  Result run(Optimizer optimizer, double[] start, int steps) {
    double[] weights = start.clone();
    RuleState state = optimizer.start(weights.length);
    List<Double> losses = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      GradientSums sums = sums(plan.at(step).slices(), weights, 0, blocks.size()).orElseThrow();
      if (sums.weight() != 0) {
        losses.add(sums.losses()[0] / sums.weight());
        optimizer.step(state, weights, mean(sums));
      }
    }
    return new Result(weights, losses.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Of the chunks from one to another, cut at the largest power of two that leaves a right one. */
  private Optional<GradientSums> sums(
      List<Minibatch.Slice> slices, double[] weights, int from, int to) {
    if (to - from == 1) {
      return slices.stream().filter(s -> s.chunk() == from).findAny().map(s -> leaf(s, weights));
    }
    int half = Integer.highestOneBit(to - from - 1);
    Optional<GradientSums> left = sums(slices, weights, from, from + half);
    Optional<GradientSums> right = sums(slices, weights, from + half, to);
    return left.isPresent() && right.isPresent()
        ? Optional.of(left.get().merge(right.get()))
        : left.or(() -> right);
  }

  private GradientSums leaf(Minibatch.Slice slice, double[] weights) {
    GradientSums sums = new GradientSums(1, weights.length);
    for (RowRange range : slice.ranges()) {
      RowBlock block = blocks.get(slice.chunk());
      loss.add(block, range, new double[][] {weights}, sums, new PortableKernel());
    }
    return sums;
  }

  private static double[] mean(GradientSums sums) {
    double[] mean = sums.gradients()[0].clone();
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= sums.weight();
    }
    return mean;
  }
}
