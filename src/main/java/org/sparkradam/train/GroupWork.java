package org.sparkradam.train;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sparkradam.block.Minibatch;
import org.sparkradam.block.RowBlock;
import org.sparkradam.block.RowRange;
import org.sparkradam.loss.BlockLoss;
import org.sparkradam.loss.BlockView;
import org.sparkradam.loss.GradientSums;
import org.sparkradam.loss.kernel.Kernel;

/**
 * What one seed's trials want of a step: their weights, and the slices to read, by chunk. Immutable
 * once made.
 */
final class GroupWork implements Serializable {
  private static final long serialVersionUID = 1L;

  private final double[][] weights;
  private final Map<Integer, List<RowRange>> slices;

  GroupWork(List<LockstepTrial> trials, Minibatch minibatch) {
    this(trials.stream().map(LockstepTrial::weights).toArray(double[][]::new), minibatch);
  }

  /**
   * @param weights a vector a trial; not copied
   */
  GroupWork(double[][] weights, Minibatch minibatch) {
    this.weights = weights;
    slices =
        minibatch.slices().stream()
            .collect(Collectors.toMap(Minibatch.Slice::chunk, Minibatch.Slice::ranges));
  }

  /** Bytes of the weights. */
  long bytes() {
    return 8L * weights.length * weights[0].length;
  }

  /** Bytes that come back where subtrees of this height are summed before. */
  long resultBytes(int height, VectorSize size) {
    Map<Integer, Long> rowsBySubtree =
        slices.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    slice -> slice.getKey() >> height,
                    Collectors.summingLong(slice -> rows(slice.getValue()))));
    return weights.length * rowsBySubtree.values().stream().mapToLong(size::bytes).sum();
  }

  private static long rows(List<RowRange> ranges) {
    return ranges.stream().mapToLong(RowRange::rows).sum();
  }

  boolean reads(int chunk) {
    return slices.containsKey(chunk);
  }

  PartialSums sums(int chunk, RowBlock block, BlockLoss loss, Kernel kernel) {
    BlockView<BlockLoss> view = BlockView.of(loss, weights, block);
    GradientSums sums = new GradientSums(weights.length, view.loss().weightCount());
    for (RowRange range : slices.get(chunk)) {
      view.loss().add(block, range, view.weights(), sums, kernel);
    }
    return new PartialSums(view.columns(), sums);
  }
}
