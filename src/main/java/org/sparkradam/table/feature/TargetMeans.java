package org.sparkradam.table.feature;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.stddev_samp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Transformer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.read.PassName;

/**
 * Means of the label by category, by Spark's TargetEncoder, which Spark 3.5 has not: so it is
 * called by its params' names. Training rows see the means of the other folds' rows, for else each
 * would see its own label.
 */
public final class TargetMeans {
  static final int FOLDS = 5;

  /** A mean counts this many rows of the overall one. */
  private static final double SMOOTHING = 10;

  private static final String ENCODER = "org.apache.spark.ml.feature.TargetEncoder";

  private TargetMeans() {}

  /**
   * @throws BadInputException if this Spark has no TargetEncoder
   */
  public static void requireSpark() {
    try {
      Class.forName(ENCODER);
    } catch (ClassNotFoundException e) {
      throw new BadInputException(
          "--target-encode: needs Spark 4, whose TargetEncoder makes it; this is Spark %s: leave it out, or use --min-count"
              .formatted(org.apache.spark.package$.MODULE$.SPARK_VERSION()),
          e);
    }
  }

  /**
   * @param all fitted to all training rows
   * @param withoutFold fitted to those of all folds but one, by fold
   */
  record Fitted(Transformer all, List<Transformer> withoutFold) {}

  /**
   * @param columns of indices, with the columns of means to be made
   * @param label a column of numbers
   * @param isBinary whether these are 0 and 1
   * @param fold a column of fold numbers
   */
  static Fitted fitted(
      Dataset<Row> rows, Map<String, String> columns, String label, boolean isBinary, String fold) {
    Estimator<?> encoder = encoder();
    set(encoder, "inputCols", columns.keySet().toArray(String[]::new));
    set(encoder, "outputCols", columns.values().toArray(String[]::new));
    set(encoder, "labelCol", label);
    set(encoder, "targetType", isBinary ? "binary" : "continuous");
    set(encoder, "smoothing", SMOOTHING);
    set(encoder, "handleInvalid", "keep");
    List<Transformer> folds = new ArrayList<>();
    IntStream.range(0, FOLDS)
        .mapToObj(k -> rows.where(col(fold).notEqual(k)))
        .forEach(others -> folds.add(fit(encoder, others)));
    return new Fitted(fit(encoder, rows), folds);
  }

  private static Transformer fit(Estimator<?> encoder, Dataset<Row> rows) {
    return PassName.during(rows, "taking mean labels", () -> (Transformer) encoder.fit(rows));
  }

  private static Estimator<?> encoder() {
    try {
      return (Estimator<?>) Class.forName(ENCODER).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void set(Estimator<?> encoder, String param, Object value) {
    encoder.set(encoder.getParam(param), value);
  }

  /** How to standardise columns of means, by name. */
  static Map<String, Standardisation> standardisations(Dataset<Row> rows, List<String> columns) {
    Map<String, Standardisation> standardisations = new HashMap<>();
    if (!columns.isEmpty()) {
      Column[] facts =
          columns.stream()
              .flatMap(mean -> Stream.of(avg(mean), stddev_samp(mean)))
              .toArray(Column[]::new);
      Row row =
          PassName.during(
              rows,
              "standardising mean labels",
              () -> rows.agg(facts[0], Arrays.copyOfRange(facts, 1, facts.length)).first());
      for (int i = 0; i < columns.size(); i++) {
        double deviation = row.isNullAt(2 * i + 1) ? 0 : row.getDouble(2 * i + 1);
        standardisations.put(columns.get(i), Standardisation.of(row.getDouble(2 * i), deviation));
      }
    }
    return standardisations;
  }
}
