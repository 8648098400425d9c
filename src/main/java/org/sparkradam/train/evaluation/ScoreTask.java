package org.sparkradam.train.evaluation;

import java.io.Serializable;
import org.sparkradam.block.RowBlock;
import org.sparkradam.loss.BlockView;
import org.sparkradam.loss.Kernel;
import org.sparkradam.loss.Scoring;

/** The scores of a chunk's selected rows themselves. */
record ScoreTask(Scoring loss, Kernel kernel, RowSelection rows) implements Serializable {
  /** Of each weight vector one score a row. */
  double[][] scores(int chunk, RowBlock block, double[][] weights) {
    double[][] scores = new double[weights.length][rows.of(chunk).rows()];
    int[] next = new int[weights.length];
    BlockView<Scoring> view = BlockView.of(loss, weights, block);
    view.loss()
        .score(
            block,
            rows.of(chunk),
            view.weights(),
            (vector, tile, margins, unused) -> {
              for (int row = 0; row < tile.rows(); row++) {
                scores[vector][next[vector]++] = Score.of(margins, row);
              }
            },
            kernel);
    return scores;
  }
}
