package org.sparkradam.study;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.mllib.regression.LabeledPoint;

/**
 * Loss and metric of many weight vectors over the same rows, in one pass for as many as fit.
 *
 * <p>Partial sums are merged in the order of partitions, so that the same rows give the same bits.
 */
final class Evaluator {
  /** Weights in one pass: 64 MB on each executor. */
  private static final long WEIGHTS_A_PASS = 8_000_000;

  /** Bins of the area under the curve are the costliest thing that a task sends back. */
  private static final int VECTORS_A_PASS = 256;

  private final LinearModel model;
  private final Metric metric;

  Evaluator(LinearModel model, Metric metric) {
    this.model = model;
    this.metric = metric;
  }

  /** One evaluation a weight vector, in their order. */
  List<Evaluation> evaluate(JavaRDD<LabeledPoint> rows, List<double[]> weights) {
    List<LabeledPoint> sample = metric.sample(rows);
    int atOnce = (int) Math.max(1, Math.min(VECTORS_A_PASS, WEIGHTS_A_PASS / model.weightCount()));
    List<Evaluation> evaluations = new ArrayList<>();
    for (int from = 0; from < weights.size(); from += atOnce) {
      List<double[]> batch = weights.subList(from, Math.min(weights.size(), from + atOnce));
      evaluations.addAll(pass(rows, batch, metric.tally(model, batch, sample)));
    }
    return evaluations;
  }

  private List<Evaluation> pass(
      JavaRDD<LabeledPoint> rows, List<double[]> weights, MetricTally empty) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(rows.context());
    Broadcast<Work> shipped =
        context.broadcast(new Work(model.loss(), WeightBatch.of(model, weights), empty));
    try {
      List<EvaluationSums> partials =
          rows.mapPartitions(points -> List.of(shipped.value().sums(points)).iterator()).collect();
      EvaluationSums total = new EvaluationSums(weights.size(), empty.fresh());
      partials.forEach(total::merge);
      return total.means();
    } finally {
      shipped.destroy();
    }
  }

  /** What a task needs: too large for its closure, so broadcast. */
  private record Work(LinearLoss loss, WeightBatch weights, MetricTally empty)
      implements Serializable {
    EvaluationSums sums(Iterator<LabeledPoint> points) {
      return new EvaluationSums(weights.vectors(), empty.fresh()).add(loss, weights, points);
    }
  }
}
