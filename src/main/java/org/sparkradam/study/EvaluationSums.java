package org.sparkradam.study;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.mllib.regression.LabeledPoint;

/** Sums of one partition's losses and counts under many weight vectors. Not thread-safe. */
final class EvaluationSums implements Serializable {
  private static final long serialVersionUID = 1L;

  private final double[] losses;
  private final MetricTally tally;
  private long rows;

  EvaluationSums(int vectors, MetricTally tally) {
    this.losses = new double[vectors];
    this.tally = tally;
  }

  EvaluationSums add(LinearLoss loss, WeightBatch weights, Iterator<LabeledPoint> points) {
    int outputs = weights.outputs();
    double[] margins = new double[weights.vectors() * outputs];
    while (points.hasNext()) {
      LabeledPoint point = points.next();
      weights.margins(point.features(), margins);
      for (int v = 0; v < losses.length; v++) {
        losses[v] += loss.value(point.label(), margins, v * outputs, outputs);
        tally.add(v, point.label(), margins, v * outputs, outputs);
      }
      rows++;
    }
    return this;
  }

  void merge(EvaluationSums other) {
    for (int v = 0; v < losses.length; v++) {
      losses[v] += other.losses[v];
    }
    tally.merge(other.tally);
    rows += other.rows;
  }

  List<Evaluation> means() {
    return IntStream.range(0, losses.length)
        .mapToObj(v -> new Evaluation(losses[v] / rows, tally.value(v)))
        .toList();
  }
}
