package org.sparkradam.train.evaluation;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.sparkradam.loss.LabelledRows;
import org.sparkradam.loss.Matrix;

/** Sums of one chunk's losses and counts under many weight vectors. Not thread-safe. */
final class EvaluationSums implements Serializable {
  private static final long serialVersionUID = 1L;

  private final double[] losses;
  private final MetricTally tally;
  private double weight;

  EvaluationSums(int vectors, MetricTally tally) {
    this.losses = new double[vectors];
    this.tally = tally;
  }

  /** Takes what one weight vector makes of some rows. */
  void add(int vector, LabelledRows rows, Matrix margins, double loss) {
    losses[vector] += loss;
    tally.add(vector, rows, margins);
    for (int row = 0; vector == 0 && row < rows.rows(); row++) {
      weight += rows.weight(row);
    }
  }

  void merge(EvaluationSums other) {
    for (int v = 0; v < losses.length; v++) {
      losses[v] += other.losses[v];
    }
    tally.merge(other.tally);
    weight += other.weight;
  }

  List<Evaluation> means() {
    return IntStream.range(0, losses.length)
        .mapToObj(v -> new Evaluation(losses[v] / weight, tally.value(v)))
        .toList();
  }
}
