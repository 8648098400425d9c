package org.sparkradam.fit;

import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.ml.functions;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;

/**
 * Predictions beside labels.
 *
 * @param rows of {@code prediction}, {@code label}, {@code weight} and {@code scores}: an array,
 *     one a class, or null in a regression
 * @param probabilistic whether scores are probabilities, and not margins
 */
record ScoredRows(Dataset<Row> rows, boolean probabilistic) {
  private static final int PREDICTION = 0;
  private static final int LABEL = 1;
  private static final int WEIGHT = 2;
  private static final int SCORES = 3;

  /** Levels in which what partitions have found is put together. */
  private static final int DEPTH = 2;

  /**
   * @param predicted rows with what a model has added
   * @param label a double
   * @param weight a double
   * @param added by the model
   */
  static ScoredRows of(
      Dataset<Row> predicted, Column label, Column weight, PredictedColumns added) {
    List<String> there = List.of(predicted.columns());
    Optional<String> probability = added.probability().filter(there::contains);
    Column scores =
        Stream.concat(probability.stream(), added.raw().filter(there::contains).stream())
            .findFirst()
            .map(name -> array(predicted, name))
            .orElse(lit(null).cast("array<double>"));
    return new ScoredRows(
        predicted.select(
            PlainColumns.column(predicted, added.prediction()).as("prediction"),
            label.as("label"),
            weight.as("weight"),
            scores.as("scores")),
        probability.isPresent());
  }

  private static Column array(Dataset<Row> predicted, String vector) {
    return functions.vector_to_array(PlainColumns.column(predicted, vector), "float64");
  }

  /**
   * What a tally says of all rows that weigh anything; one job, which reads each row once.
   * Partitions are put together in whatever order they come.
   */
  <T extends RowTally<T>> T tallied(T nothing) {
    return rows.queryExecution()
        .toRdd()
        .toJavaRDD()
        .treeAggregate(nothing, ScoredRows::added, RowTally::plus, DEPTH);
  }

  private static <T extends RowTally<T>> T added(T tally, InternalRow row) {
    double weight = row.getDouble(WEIGHT);
    if (weight > 0) {
      ArrayData scores = row.isNullAt(SCORES) ? null : row.getArray(SCORES);
      tally.add(row.getDouble(LABEL), row.getDouble(PREDICTION), weight, scores);
    }
    return tally;
  }
}
