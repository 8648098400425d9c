package org.sparkradam.study.fit;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.sparkradam.table.BadInputException;
import org.sparkradam.table.LabelEncoding;

/**
 * What a pipeline makes of a table.
 *
 * @param rows with all that the pipeline has added
 */
public record Predictions(LoadedPipeline by, Dataset<Row> rows) {
  /**
   * Predicts; nothing is computed yet.
   *
   * @throws BadInputException if the pipeline does not take the table
   */
  public static Predictions of(LoadedPipeline by, Dataset<Row> table) {
    Stream.of(table.columns())
        .filter(name -> by.written().anyMatch(name::equalsIgnoreCase))
        .findFirst()
        .ifPresent(
            name -> {
              throw new BadInputException(
                  "the table has a column %s, which the model writes; rename it with --select"
                      .formatted(name));
            });
    try {
      return new Predictions(by, by.pipeline().transform(table));
    } catch (Exception e) { // Spark's checked exceptions are not declared.
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new BadInputException("the model does not take this table: " + why, e);
    }
  }

  /** Writes the given columns, with the predictions as plain ones, to a folder. */
  public void write(PredictionFormat format, String path) {
    format.write(new PlainColumns(by.classNames(), by.added()).of(rows), path);
  }

  /**
   * Metrics by name on the rows that have a label, if the table has a column of that name.
   *
   * @throws BadInputException if it holds nothing that the model could predict
   */
  public Optional<Map<String, Measured>> metrics(String label) {
    if (!List.of(rows.columns()).contains(label)) {
      return Optional.empty();
    }
    LabelEncoding encoding =
        LabelEncoding.of(by.task(), rows.schema().apply(label), by.classNames());
    Dataset<Row> labelled =
        rows.withColumn("label", encoding.ofTable())
            .withColumn("weight", lit(1.0))
            .where(expr("label IS NOT NULL AND NOT isnan(label)"));
    Dataset<Row> scored =
        ScoredRows.of(labelled, by.added()).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      return scored.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new LinkedHashMap<>(Measures.of(by.task(), scored, by.classNames()).metrics()));
    } finally {
      scored.unpersist();
    }
  }
}
