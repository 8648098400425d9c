package org.sparkradam.loss;

import org.sparkradam.block.RowBlock;
import org.sparkradam.block.RowRange;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.loss.kernel.Matrix;
import org.sparkradam.loss.kernel.Tile;
import org.sparkradam.loss.kernel.Workspace;

/** A tiled loss of a model with margins. */
abstract class TiledScoring extends TiledLoss implements Scoring {
  private static final long serialVersionUID = 1L;

  @Override
  public final void score(
      RowBlock block, RowRange rows, double[][] weights, ScoreConsumer consumer, Kernel kernel) {
    check(block, rows, weights);
    Workspace workspace = new Workspace();
    Tile tile;
    for (int from = rows.from(); from < rows.to(); from = tile.to()) {
      tile = Tile.at(from, rows, block, workspace, kernel);
      Matrix margins = workspace.matrix(Workspace.Slot.SCORES, outputs(), tile.rows());
      for (int k = 0; k < weights.length; k++) {
        double loss = score(tile, weights[k], margins, workspace, kernel);
        consumer.accept(k, tile, margins, loss);
      }
    }
  }

  /**
   * Sets the margins, outputs × rows.
   *
   * @return Σ weight·loss over the tile's rows
   */
  abstract double score(
      Tile tile, double[] weights, Matrix margins, Workspace workspace, Kernel kernel);

  /** Σ weight·loss of margins, which stay as they are: a copy takes the derivatives. */
  static double lossOf(
      MarginLoss loss,
      Tile tile,
      Matrix margins,
      double[] weights,
      Workspace workspace,
      Kernel kernel) {
    Matrix copy = workspace.matrix(Workspace.Slot.MARGINS, margins.rows(), margins.columns());
    copy.copyFrom(margins);
    double[] unused = workspace.array(Workspace.Slot.OWN_GRADIENT, Math.max(1, loss.parameters()));
    return loss.differentiate(tile, copy, weights, unused, workspace, kernel);
  }
}
