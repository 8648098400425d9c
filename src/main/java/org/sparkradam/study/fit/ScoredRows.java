package org.sparkradam.study.fit;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
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
   * @param predicted rows with a label, a weight and what a model has added
   */
  static Dataset<Row> of(Dataset<Row> predicted) {
    List<String> names = List.of(predicted.columns());
    Column none = lit(null);
    Column probability = names.contains("probability") ? array("probability") : none;
    String scores = names.contains("probability") ? "probability" : "rawPrediction";
    Column score = names.contains(scores) ? array(scores).getItem(1) : none;
    return predicted.select(
        col("prediction"),
        col("label"),
        col("weight"),
        score.cast("double").as("score"),
        probability.cast("array<double>").as("probability"));
  }

  private static Column array(String vector) {
    return functions.vector_to_array(col(vector), "float64");
  }
}
