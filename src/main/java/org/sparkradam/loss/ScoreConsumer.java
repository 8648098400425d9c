package org.sparkradam.loss;

import org.sparkradam.loss.kernel.LabelledRows;
import org.sparkradam.loss.kernel.Matrix;

/** Takes the margins that {@link Scoring#score} hands out. */
@FunctionalInterface
public interface ScoreConsumer {
  /**
   * Takes what one weight vector makes of a tile.
   *
   * @param vector which of the weight vectors, from 0
   * @param rows the tile's, in the block's order
   * @param margins outputs × rows; to be read during the call only, for the array is used again
   * @param loss Σ weight·loss over the tile's rows
   */
  void accept(int vector, LabelledRows rows, Matrix margins, double loss);
}
