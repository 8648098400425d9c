package org.sparkradam.train;

import java.util.List;
import java.util.Locale;
import org.sparkradam.block.Minibatch;
import org.sparkradam.block.MinibatchPlan;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.loss.BlockLoss;
import org.sparkradam.loss.GradientSums;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.optim.Penalty;

/**
 * The mean loss over all rows, by their weights, and the L2 part of a penalty, l2/2·Σfθ²: what a
 * full batch's steps go down, but for L1. An evaluation is one Spark job over all chunks, summed
 * along the {@link OrderedTree}: the same weights give the same bits.
 *
 * <p>Immutable; usable until the blocks are closed.
 */
public final class FullBatchObjective implements SmoothObjective {
  private final StepJob job;
  private final BlockLoss loss;
  private final Kernel kernel;
  private final Penalty smooth;
  private final Minibatch everything;

  /**
   * @param penalty of which only L2 counts
   * @throws IllegalArgumentException if all rows weigh nothing, or if the penalty has factors, but
   *     not one a weight
   */
  public FullBatchObjective(ShuffledBlocks blocks, BlockLoss loss, Kernel kernel, Penalty penalty) {
    this(blocks, loss, kernel, penalty, Aggregation.automatic());
  }

  /**
   * @param penalty of which only L2 counts
   * @param aggregation where sums are evaluated
   * @throws IllegalArgumentException if all rows weigh nothing, or if the penalty has factors, but
   *     not one a weight
   */
  public FullBatchObjective(
      ShuffledBlocks blocks,
      BlockLoss loss,
      Kernel kernel,
      Penalty penalty,
      Aggregation aggregation) {
    if (!(blocks.weightSum() > 0)) {
      throw new IllegalArgumentException(
          "the sum of the rows' weights must be above 0, but was " + blocks.weightSum());
    }
    this.job = new StepJob(blocks, aggregation);
    this.loss = loss;
    this.kernel = kernel;
    this.smooth = penalty.withL1(0);
    smooth.value(new double[loss.weightCount()]); // refuses factors of another number
    int[] chunkRows = blocks.chunkRows();
    this.everything = new MinibatchPlan(0, chunkRows, blocks.rows(), chunkRows.length).at(0);
  }

  /**
   * @throws IllegalArgumentException if there are not as many weights as the loss has
   */
  @Override
  public Value at(double[] weights) {
    if (weights.length != loss.weightCount()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "number of weights must be %d, but was %d",
              loss.weightCount(),
              weights.length));
    }
    GroupWork work = new GroupWork(new double[][] {weights}, everything);
    GradientSums sums =
        job.run(new StepJob.Work(loss, kernel, List.of(work)), everything.chunks()).get(0);
    return new Value(
        sums.losses()[0] / sums.weight() + smooth.value(weights),
        gradient(sums.gradients()[0], sums.weight(), weights));
  }

  /** The mean of a sum, which is changed in place, and what the penalty adds. */
  private double[] gradient(double[] sum, double rowWeight, double[] weights) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] = sum[i] / rowWeight + smooth.l2() * smooth.l2Factor(i) * weights[i];
    }
    return sum;
  }
}
