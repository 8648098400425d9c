package org.sparkradam.loss;

import java.io.Serializable;
import org.sparkradam.block.RowBlock;
import org.sparkradam.block.RowRange;
import org.sparkradam.loss.kernel.Kernel;

/**
 * A loss over the rows of blocks as a function of one weight vector, without any penalty.
 * Immutable: one loss serves many tasks at a time.
 */
public interface BlockLoss extends Serializable {
  /** How many weights a vector has. */
  int weightCount();

  /** Which weights belong to which feature. */
  WeightLayout layout();

  /**
   * The same loss for rows of so many features, with weights of the same layout; itself if it knows
   * of no weight which feature it belongs to.
   */
  BlockLoss withFeatures(int count);

  /**
   * Lengths of the runs of weights that belong together, such as a layer's or all intercepts, one
   * after the other; by default one of all.
   */
  default int[] segments() {
    return new int[] {weightCount()};
  }

  /** Whether it has a derivative everywhere, which is what a line search may count on. */
  default boolean isSmooth() {
    return true;
  }

  /**
   * Adds Σ weight·loss and Σ weight·gradient over the rows to the sums of each weight vector, and
   * the rows' weights and count once. Rows outside the range are not read; an empty range adds
   * nothing.
   *
   * @param weights K vectors of {@link #weightCount()} weights, which are only read
   * @param sums K vectors' sums, of the calling task alone
   * @throws IllegalArgumentException if a shape or a label does not suit the loss
   */
  void add(RowBlock block, RowRange rows, double[][] weights, GradientSums sums, Kernel kernel);
}
