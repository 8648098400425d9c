package org.sparkradam.fit;

import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.functions;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Predictions beside labels, as Spark's metrics take them: {@code prediction}, {@code label},
 * {@code weight}, {@code score} (of class 1) and {@code probability} (an array, one a class).
 */
final class ScoredRows {
  private ScoredRows() {}

  /**
   * @param predicted rows with what a model has added
   * @param label a double
   * @param weight a double
   * @param added by the model
   */
  static Dataset<Row> of(
      Dataset<Row> predicted, Column label, Column weight, PredictedColumns added) {
    List<String> there = List.of(predicted.columns());
    Optional<Column> probability =
        added.probability().filter(there::contains).map(name -> array(predicted, name));
    Optional<Column> scores =
        added.vectors().filter(there::contains).findFirst().map(name -> array(predicted, name));
    return predicted.select(
        PlainColumns.column(predicted, added.prediction()).as("prediction"),
        label.as("label"),
        weight.as("weight"),
        scores.map(array -> array.getItem(1)).orElse(lit(null)).cast("double").as("score"),
        probability.orElse(lit(null)).cast("array<double>").as("probability"));
  }

  private static Column array(Dataset<Row> predicted, String vector) {
    return functions.vector_to_array(PlainColumns.column(predicted, vector), "float64");
  }
}
