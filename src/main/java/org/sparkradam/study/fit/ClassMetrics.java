package org.sparkradam.study.fit;

import static org.apache.spark.sql.functions.sum;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.spark.mllib.evaluation.MulticlassMetrics;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.Tuple4;

/**
 * Spark's metrics of predicted classes, with answers for classes that have no rows: Spark has none,
 * and its confusion matrix leaves out what was taken for them.
 */
final class ClassMetrics {
  private final MulticlassMetrics metrics;
  private final Map<Pair, Double> counts = new LinkedHashMap<>();
  private final Map<Integer, Double> sizes = new LinkedHashMap<>();

  /** Rows of one class and what they were taken for. */
  record Pair(int label, int predicted) {}

  ClassMetrics(Dataset<Row> scored) {
    metrics =
        new MulticlassMetrics(
            scored
                .select("prediction", "label", "weight", "probability")
                .javaRDD()
                .map(ClassMetrics::tuple)
                .rdd());
    scored
        .groupBy("label", "prediction")
        .agg(sum("weight"))
        .orderBy("label", "prediction")
        .collectAsList()
        .forEach(row -> count((int) row.getDouble(0), (int) row.getDouble(1), row.getDouble(2)));
  }

  private void count(int label, int predicted, double weight) {
    counts.put(new Pair(label, predicted), weight);
    sizes.merge(label, weight, Double::sum);
  }

  private static Tuple4<Double, Double, Double, double[]> tuple(Row row) {
    double[] probability =
        row.isNullAt(3)
            ? null
            : row.<Double>getList(3).stream().mapToDouble(Double::doubleValue).toArray();
    return new Tuple4<>(row.getDouble(0), row.getDouble(1), row.getDouble(2), probability);
  }

  MulticlassMetrics sparks() {
    return metrics;
  }

  double logLoss() {
    return metrics.logLoss(1e-15);
  }

  /** How many of the rows taken for a class are of it; 0 of a class without rows. */
  double precision(int label) {
    return ifThere(label, metrics::precision);
  }

  /** How many of a class's rows are found; 0 of a class without rows. */
  double recall(int label) {
    return ifThere(label, metrics::recall);
  }

  /** The harmonic mean of precision and recall; 0 of a class without rows. */
  double f1(int label) {
    return ifThere(label, metrics::fMeasure);
  }

  private double ifThere(int label, ToDoubleFunction<Double> metric) {
    return sizes.containsKey(label) ? metric.applyAsDouble((double) label) : 0;
  }

  /** The classes that have rows, in their order. */
  int[] classes() {
    return sizes.keySet().stream().mapToInt(label -> label).toArray();
  }

  /** The weights of all pairs that occur, in the order of labels and predictions. */
  Map<Pair, Double> counts() {
    return Collections.unmodifiableMap(counts);
  }

  /** The weight of the rows of one class that were taken for another, or for itself. */
  double count(int label, int predicted) {
    return counts.getOrDefault(new Pair(label, predicted), 0.0);
  }

  /** The weight of a class's rows, whatever they were taken for. */
  double size(int label) {
    return sizes.getOrDefault(label, 0.0);
  }

  /** The largest class's share of the rows: the accuracy of always answering it. */
  double largestShare() {
    double all = sizes.values().stream().mapToDouble(size -> size).sum();
    return sizes.values().stream().mapToDouble(size -> size).max().orElse(0) / all;
  }
}
