package org.sparkradam.train.evaluation;

import java.io.Serializable;
import org.sparkradam.block.RowBlock;
import org.sparkradam.loss.BlockView;
import org.sparkradam.loss.Kernel;
import org.sparkradam.loss.Scoring;

/** Sums losses and counts over a chunk's selected rows. */
record EvaluationTask(Scoring loss, Kernel kernel, RowSelection rows, MetricTally empty)
    implements Serializable {
  EvaluationSums sums(int chunk, RowBlock block, double[][] weights) {
    EvaluationSums sums = new EvaluationSums(weights.length, empty.fresh());
    BlockView<Scoring> view = BlockView.of(loss, weights, block);
    view.loss().score(block, rows.of(chunk), view.weights(), sums::add, kernel);
    return sums;
  }
}
