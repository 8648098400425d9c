package org.sparkradam.study.fit;

import java.util.Arrays;
import org.apache.spark.mllib.evaluation.MulticlassMetrics;
import org.apache.spark.mllib.linalg.Matrix;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.Tuple4;

/** Spark's metrics of predicted classes, with what they leave to be asked. */
final class ClassMetrics {
  private final MulticlassMetrics metrics;
  private final Matrix confusion;

  ClassMetrics(Dataset<Row> scored) {
    metrics =
        new MulticlassMetrics(
            scored
                .select("prediction", "label", "weight", "probability")
                .javaRDD()
                .map(ClassMetrics::tuple)
                .rdd());
    confusion = metrics.confusionMatrix();
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

  /** The classes that have rows, in their order. */
  int[] classes() {
    return Arrays.stream(metrics.labels()).mapToInt(label -> (int) label).toArray();
  }

  /** The weight of the rows of one class that were taken for another; 0 of a class without rows. */
  double count(int label, int predicted) {
    int row = Arrays.binarySearch(classes(), label);
    int column = Arrays.binarySearch(classes(), predicted);
    return row < 0 || column < 0 ? 0 : confusion.apply(row, column);
  }

  /** The largest class's share of the rows: the accuracy of always answering it. */
  double largestShare() {
    double[] sizes = Arrays.stream(classes()).mapToDouble(this::size).toArray();
    return Arrays.stream(sizes).max().orElse(0) / Arrays.stream(sizes).sum();
  }

  private double size(int label) {
    return Arrays.stream(classes()).mapToDouble(other -> count(label, other)).sum();
  }
}
