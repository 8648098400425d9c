package org.sparkradam.fit;

import java.util.Optional;
import org.apache.spark.SparkException;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.column.Causes;
import org.sparkradam.table.read.CatalogTables;
import org.sparkradam.table.read.SourceOptions;
import org.sparkradam.table.read.StoredTypes;
import org.sparkradam.table.read.TableFormat;

/**
 * Where predictions go.
 *
 * @param format as which they are written; empty for a table that has one, or gets Spark's default
 * @param options of the data source
 * @param folder of sources that have one
 * @param table in a catalog, in place of a folder
 */
public record PredictionTarget(
    Optional<TableFormat> format,
    SourceOptions options,
    Optional<String> folder,
    Optional<String> table,
    SaveMode mode) {

  /** Parquet in a folder, which is replaced if it is there. */
  static PredictionTarget parquet(String folder) {
    return new PredictionTarget(
        Optional.of(TableFormat.PARQUET),
        SourceOptions.NONE,
        Optional.of(folder),
        Optional.empty(),
        SaveMode.Overwrite);
  }

  /** What a user calls it. */
  public String title() {
    return table
        .map(name -> "table " + name)
        .or(() -> folder)
        .orElseGet(() -> format.orElseThrow() + " " + options);
  }

  /**
   * Writes rows.
   *
   * @throws BadInputException if the source refuses them, or what is there already
   */
  void write(Dataset<Row> rows) {
    try {
      Optional<TableFormat> asked = format.or(() -> there(rows.sparkSession()));
      save(asked, asked.map(TableFormat::stored).orElse(StoredTypes.OF_SQL).of(rows));
    } catch (Exception e) { // Spark's checked exceptions are not declared.
      if (isOfTheRun(e)) {
        throw e;
      }
      throw new BadInputException(
          "%s: predictions cannot be written: %s".formatted(title(), Causes.oneLine(e)), e);
    }
  }

  private void save(Optional<TableFormat> asked, Dataset<Row> rows) {
    DataFrameWriter<Row> writer = rows.write().mode(mode);
    asked.ifPresent(source -> writer.format(source.name()).options(source.writing()));
    writer.options(options.values());
    if (table.isPresent()) {
      writer.saveAsTable(table.get());
    } else if (folder.isPresent()) {
      writer.save(folder.get());
    } else {
      writer.save();
    }
  }

  /** The source of the table that is added to, which Spark wants to hear again. */
  private Optional<TableFormat> there(SparkSession session) {
    return table
        .filter(name -> mode == SaveMode.Append && session.catalog().tableExists(name))
        .map(name -> new CatalogTables(session).provider(name));
  }

  /** Whether tasks failed, rather than what they were for. */
  private static boolean isOfTheRun(Exception e) {
    Exception any = e;
    return any instanceof SparkException || e instanceof BadInputException;
  }
}
