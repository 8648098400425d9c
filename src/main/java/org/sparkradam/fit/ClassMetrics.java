package org.sparkradam.fit;

import static org.apache.spark.sql.functions.sum;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.spark.mllib.evaluation.MulticlassMetrics;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.Tuple4;

/**
 * Spark's metrics of predicted classes, where the rows define them: Spark has 0 for a class that
 * nothing was taken for, none for one without rows, and its confusion matrix leaves out what was
 * taken for the latter.
 */
final class ClassMetrics {
  private final List<String> classNames;
  private final MulticlassMetrics metrics;
  private final Map<Pair, Double> counts = new LinkedHashMap<>();
  private final Map<Integer, Double> sizes = new LinkedHashMap<>();

  /** Rows of one class and what they were taken for. */
  record Pair(int label, int predicted) {}

  /**
   * @param scored rows that all weigh something
   */
  ClassMetrics(Dataset<Row> scored, List<String> classNames) {
    this.classNames = classNames;
    this.metrics =
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

  Measured logLoss() {
    return ofAnyRows(() -> metrics.logLoss(1e-15));
  }

  Measured accuracy() {
    return ofAnyRows(metrics::accuracy);
  }

  /** The largest class's share of the rows: the accuracy of always answering it. */
  Measured largestShare() {
    return ofAnyRows(() -> Collections.max(sizes.values()) / all());
  }

  Measured weightedRecall() {
    return ofAnyRows(metrics::weightedRecall);
  }

  Measured weightedF1() {
    return ofAnyRows(metrics::weightedFMeasure);
  }

  /** Only where every class with rows has a precision that could be weighted. */
  Measured weightedPrecision() {
    return IntStream.of(classes())
        .mapToObj(this::precision)
        .filter(precision -> !precision.isDefined())
        .findFirst()
        .orElseGet(() -> ofAnyRows(metrics::weightedPrecision));
  }

  private Measured ofAnyRows(DoubleSupplier metric) {
    return sizes.isEmpty()
        ? Measured.notDefined(Measures.NOTHING)
        : Measured.of(metric.getAsDouble());
  }

  /** How many of the rows taken for a class are of it. */
  Measured precision(int label) {
    if (counts.keySet().stream().noneMatch(pair -> pair.predicted() == label)) {
      return Measured.notDefined(none("none was taken for class", label));
    }
    return Measured.of(size(label) > 0 ? metrics.precision(label) : 0);
  }

  /** How many of a class's rows are found. */
  Measured recall(int label) {
    return ofItsRows(label, metrics::recall);
  }

  /** The harmonic mean of precision and recall; 0 where no row of the class is found. */
  Measured f1(int label) {
    return ofItsRows(label, metrics::fMeasure);
  }

  private Measured ofItsRows(int label, ToDoubleFunction<Double> metric) {
    return size(label) > 0
        ? Measured.of(metric.applyAsDouble((double) label))
        : Measured.notDefined(noneOf(label));
  }

  /** Why the rows are not of all classes, if they are not. */
  Optional<String> absence() {
    return IntStream.range(0, classNames.size())
        .filter(label -> size(label) == 0)
        .mapToObj(this::noneOf)
        .findFirst();
  }

  private String noneOf(int label) {
    return none("none is of class", label);
  }

  private String none(String what, int label) {
    return sizes.isEmpty() ? Measures.NOTHING : "%s '%s'".formatted(what, classNames.get(label));
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

  private double all() {
    return sizes.values().stream().mapToDouble(size -> size).sum();
  }
}
