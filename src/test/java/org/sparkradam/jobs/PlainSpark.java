package org.sparkradam.jobs;

import java.util.List;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * An application of someone who has Spark and a saved model, and not this library: it names no
 * class of it, and fails where there is one.
 */
final class PlainSpark {
  private PlainSpark() {}

  /**
   * Scores and prints.
   *
   * @param arguments a Parquet table, and then models
   */
  public static void main(String[] arguments) {
    requireNoLibrary();
    SparkSession spark =
        SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .getOrCreate();
    for (String model : List.of(arguments).subList(1, arguments.length)) {
      scored(spark, arguments[0], model).forEach(System.out::println);
    }
    spark.stop();
  }

  private static void requireNoLibrary() {
    try {
      Class.forName("org.sparkradam.ml.MiniBatchLogisticRegression");
    } catch (ClassNotFoundException e) {
      return;
    }
    throw new IllegalStateException("the library is on the class path");
  }

  /** A line a row. */
  static List<String> scored(SparkSession spark, String table, String model) {
    return PipelineModel.load(model)
        .transform(spark.read().parquet(table))
        .select("prediction", "predicted_label", "probability")
        .collectAsList()
        .stream()
        .map(Row::toString)
        .toList();
  }
}
