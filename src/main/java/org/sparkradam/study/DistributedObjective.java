package org.sparkradam.study;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.optimization.Gradient;
import org.apache.spark.mllib.regression.LabeledPoint;
import org.sparkradam.optim.Penalty;
import org.sparkradam.train.SmoothObjective;

/**
 * The mean loss over all rows and the smooth part of the penalty: one Spark job an evaluation,
 * partial sums merged in the order of partitions.
 */
final class DistributedObjective implements SmoothObjective {
  private final JavaRDD<LabeledPoint> rows;
  private final long count;
  private final Gradient gradient;
  private final Penalty penalty;

  DistributedObjective(JavaRDD<LabeledPoint> rows, long count, Gradient gradient, Penalty penalty) {
    this.rows = rows;
    this.count = count;
    this.gradient = gradient;
    this.penalty = penalty;
  }

  @Override
  public Value at(double[] weights) {
    List<Partial> partials = partials(weights);
    double loss = 0;
    double[] sum = new double[weights.length];
    for (Partial partial : partials) {
      loss += partial.loss;
      for (int i = 0; i < sum.length; i++) {
        sum[i] += partial.gradient[i];
      }
    }
    double value = loss / count;
    for (int i = 0; i < sum.length; i++) {
      double pull = penalty.l2() * penalty.factor(i) * weights[i];
      sum[i] = sum[i] / count + pull;
      value += pull * weights[i] / 2;
    }
    return new Value(value, sum);
  }

  /** What one partition gives. */
  private record Partial(double loss, double[] gradient) implements java.io.Serializable {}

  private List<Partial> partials(double[] weights) {
    Gradient ofRow = gradient;
    Broadcast<Vector> shipped =
        JavaSparkContext.fromSparkContext(rows.context()).broadcast(Vectors.dense(weights));
    try {
      return rows.mapPartitions(
              points -> List.of(partial(ofRow, shipped.value(), points)).iterator())
          .collect();
    } finally {
      shipped.destroy();
    }
  }

  private static Partial partial(Gradient gradient, Vector weights, Iterator<LabeledPoint> points) {
    double[] sum = new double[weights.size()];
    Vector into = Vectors.dense(sum);
    double loss = 0;
    while (points.hasNext()) {
      LabeledPoint point = points.next();
      loss += gradient.compute(point.features(), point.label(), weights, into);
    }
    return new Partial(loss, sum);
  }
}
