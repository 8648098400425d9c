package org.sparkradam.table;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * A table to apply a saved pipeline to. It need not have a label. Nothing of it is persisted.
 *
 * @param rows those that can be scored, with all their columns
 * @param bad those left out, by reason
 */
public record ScoringTable(Dataset<Row> rows, List<BadRows> bad) {
  private static final String STATUS = "spark_radam_status";

  /**
   * Reads a table, and judges it by the columns that the pipeline's preparation takes: missing
   * values are for it to impute, and what it cannot impute makes a row bad.
   *
   * @param spec of the table's reading; its features are those of the pipeline
   * @throws BadInputException if the table cannot be read, lacks a column, or has bad rows and the
   *     policy is to fail
   */
  public static ScoringTable read(
      SparkSession session, TableSpecBuilder spec, PipelineModel pipeline) {
    RequiredColumns required = RequiredColumns.of(pipeline);
    spec.features(required.names());
    if (spec.build().numFeatures().isEmpty()) {
      required.vectorSize().ifPresent(spec::numFeatures);
    }
    TableSpec asked = spec.build();
    ReadTable table = read(new TableInput(session, asked), required);
    try {
      return judged(asked, required, table);
    } finally {
      table.release();
    }
  }

  private static ReadTable read(TableInput input, RequiredColumns required) {
    boolean text = input.format(input.spec().data()) == TableFormat.CSV;
    Optional<StructType> types = text ? Optional.of(required.types()) : Optional.empty();
    return input.read(input.spec().data(), types);
  }

  private static ScoringTable judged(TableSpec spec, RequiredColumns required, ReadTable table) {
    Dataset<Row> selected = new Selection(spec.select()).of(table.rows());
    required.check(selected.schema());
    Column status = new ScoringStatus(required, selected.schema()).column();
    Dataset<Row> marked = selected.withColumn(STATUS, status);
    Column example =
        BadRows.shortText(
            required.names().isEmpty() ? List.of(selected.columns()) : required.names());
    List<BadRows> found = BadRows.find(marked, col(STATUS), example);
    BadRows.settle(found, spec.badRows(), spec.data(), "");
    List<BadRows> bad = Stream.concat(table.bad().stream(), found.stream()).toList();
    return new ScoringTable(marked.where(col(STATUS).isNull()).drop(STATUS), bad);
  }
}
