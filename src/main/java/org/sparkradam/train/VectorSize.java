package org.sparkradam.train;

import org.sparkradam.block.BlockLayout;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.loss.BlockLoss;

/**
 * How many bytes the gradient of some rows is expected to take on its way.
 *
 * @param weightCount of the whole vector
 * @param touchedPerRow coordinates that are not zero in the gradient of one row
 */
record VectorSize(int weightCount, double touchedPerRow) {

  /** A stored value touches the weights of its feature, and every row those of none. */
  static VectorSize of(ShuffledBlocks blocks, BlockLoss loss) {
    int weights = loss.weightCount();
    if (blocks.layout() == BlockLayout.DENSE) {
      return new VectorSize(weights, weights);
    }
    int ofFeature = weights / blocks.features();
    int ofNone = weights % blocks.features();
    return new VectorSize(weights, blocks.valuesPerRow() * ofFeature + ofNone);
  }

  /** Of the sum over this many rows, as {@link PartialSums} keeps it. */
  long bytes(long rows) {
    double touched = Math.min(weightCount, rows * touchedPerRow);
    return (long) Math.ceil(Math.min(8.0 * weightCount, 12 * touched));
  }
}
