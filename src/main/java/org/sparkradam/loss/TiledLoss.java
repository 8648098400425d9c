package org.sparkradam.loss;

import org.sparkradam.block.RowBlock;
import org.sparkradam.block.RowRange;
import org.sparkradam.loss.kernel.Check;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.loss.kernel.Tile;
import org.sparkradam.loss.kernel.Workspace;

/**
 * A loss that takes the rows tile by tile, each tile for all weight vectors: memory is read once
 * for all of them, and none sees the others.
 */
abstract class TiledLoss implements BlockLoss {
  private static final long serialVersionUID = 1L;

  @Override
  public final void add(
      RowBlock block, RowRange rows, double[][] weights, GradientSums sums, Kernel kernel) {
    check(block, rows, weights);
    Check.equal("number of weight vectors", weights.length, sums.vectors());
    Check.equal("number of weights in the sums", sums.weightCount(), weightCount());
    TilePass pass = pass(block, rows, weights, sums, kernel);
    Tile tile;
    for (int from = rows.from(); from < rows.to(); from = tile.to()) {
      tile = Tile.at(from, rows, block, sums.workspace(), kernel);
      pass.add(tile);
      sums.count(tile.weightSum(), tile.rows());
    }
    pass.end();
  }

  /** By default one weight vector after the other. Which pass it is must not change any sum. */
  TilePass pass(
      RowBlock block, RowRange rows, double[][] weights, GradientSums sums, Kernel kernel) {
    return tile -> {
      for (int k = 0; k < weights.length; k++) {
        double[] gradient = sums.gradients()[k];
        sums.losses()[k] += add(tile, weights[k], gradient, sums.workspace(), kernel);
      }
    };
  }

  /**
   * Adds Σ weight·gradient over the tile's rows to the gradient.
   *
   * @return Σ weight·loss over the tile's rows
   */
  abstract double add(
      Tile tile, double[] weights, double[] gradient, Workspace workspace, Kernel kernel);

  /** How many of a block's features a weight vector knows: those under the block's numbers. */
  int featuresOf(RowBlock block) {
    return block.width();
  }

  /** How many features the loss's rows have. */
  abstract int features();

  final void check(RowBlock block, RowRange rows, double[][] weights) {
    Check.equal("number of features", featuresOf(block), features());
    if (rows.from() < 0 || rows.to() > block.rows()) {
      throw Check.refusal("row range", rows, "within the block's " + block.rows() + " rows");
    }
    for (double[] vector : weights) {
      Check.equal("number of weights", vector.length, weightCount());
    }
  }
}
