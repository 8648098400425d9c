package org.sparkradam.loss;

import org.sparkradam.block.RowBlock;
import org.sparkradam.block.RowRange;
import org.sparkradam.loss.kernel.Kernel;

/** A loss of a model whose margins can be had without any gradient, as evaluation needs them. */
public interface Scoring extends BlockLoss {
  /**
   * How many margins a row has: 1, or one a class for softmax, or one a unit of a perceptron's top
   * layer, of which they are the inputs to its softmax.
   */
  int outputs();

  @Override
  Scoring withFeatures(int count);

  /**
   * Hands out the margins and losses of the rows in the range, tile by tile, ascending, and of each
   * tile vector after vector: the rows are read once from memory for all of them. The losses are
   * those that {@link #add} would add, to the bit.
   *
   * @param weights K vectors of {@link #weightCount()} weights, which are only read
   * @throws IllegalArgumentException if a shape or a label does not suit the loss
   */
  void score(
      RowBlock block, RowRange rows, double[][] weights, ScoreConsumer consumer, Kernel kernel);
}
