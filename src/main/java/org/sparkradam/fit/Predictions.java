package org.sparkradam.fit;

import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparkradam.table.column.BadInputException;

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

  /** Writes the given columns, with the predictions as plain ones. */
  public void write(PredictionTarget target) {
    target.write(new PlainColumns(by.classNames(), by.added()).of(rows));
  }
}
