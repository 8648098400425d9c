package org.sparkradam.table.read;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.column.BadRows;
import org.sparkradam.table.column.Causes;
import org.sparkradam.table.column.Sql;

/**
 * Any data source of Spark's, which tells the types. Columns in files are read again where they are
 * needed, and only the rows that a condition asks for; what has to be parsed or fetched is kept on
 * disk, and so the same in all passes.
 *
 * @param arranged what is done to the rows before they are looked at
 */
record SourceReader(
    SparkSession session,
    TableSpec spec,
    SettledSource source,
    UnaryOperator<Dataset<Row>> arranged)
    implements TableReader {
  private static final String CORRUPT_SETTING = "spark.sql.columnNameOfCorruptRecord";

  @Override
  public ReadTable read(TableLocation location, Optional<StructType> like) {
    Dataset<Row> loaded = loaded(location);
    requireRecords(loaded, location);
    Dataset<Row> rows = arranged.apply(new Condition(spec.where()).of(loaded));
    if (source.format().traits().isColumnar()) {
      return new ReadTable(rows, List.of(), List.of());
    }
    return Persisting.unlessItFails(
        rows, StorageLevel.DISK_ONLY(), () -> withoutCorrupt(rows, location));
  }

  private Dataset<Row> loaded(TableLocation location) {
    try {
      if (location.table().isPresent()) {
        return reader().table(location.table().get());
      }
      DataFrameReader reader = reader().format(source.format().name());
      return location.paths().isEmpty()
          ? reader.load()
          : reader.load(location.paths().toArray(String[]::new));
    } catch (Exception e) { // Spark's checked exceptions are not declared.
      throw new BadInputException(
          "%s: cannot be read as %s: %s"
              .formatted(location.title(), source.format(), Causes.oneLine(e)),
          e);
    }
  }

  private DataFrameReader reader() {
    DataFrameReader reader = session.read();
    if (spec.multiLine()) {
      reader.option("multiLine", true);
    }
    spec.encoding().ifPresent(name -> reader.option("encoding", name));
    spec.options().values().entrySet().stream()
        .filter(option -> source.snapshot().isEmpty() || isSettled(option.getKey()))
        .forEach(option -> reader.option(option.getKey(), option.getValue()));
    source.snapshot().ifPresent(pinned -> reader.option(pinned.option(), pinned.value()));
    return reader;
  }

  private static boolean isSettled(String option) {
    return Snapshot.moving().noneMatch(option::equalsIgnoreCase);
  }

  /** Where text was no record, Spark gives the text in a column of its own. */
  private String corrupt() {
    return spec.options()
        .get("columnNameOfCorruptRecord")
        .orElseGet(() -> session.conf().get(CORRUPT_SETTING));
  }

  private void requireRecords(Dataset<Row> loaded, TableLocation location) {
    if (keepsCorrupt() && List.of(loaded.columns()).equals(List.of(corrupt()))) {
      throw new BadInputException(
          "%s: there is no record of %s in it%s"
              .formatted(location.title(), source.format(), remedy()));
    }
  }

  private boolean keepsCorrupt() {
    return source.format().traits().keepsCorruptRecords();
  }

  private String remedy() {
    return spec.multiLine() ? "" : ", --multi-line reads records of several lines";
  }

  private ReadTable withoutCorrupt(Dataset<Row> rows, TableLocation location) {
    String corrupt = corrupt();
    if (!keepsCorrupt() || !List.of(rows.columns()).contains(corrupt)) {
      return new ReadTable(rows, List.of(), List.of(rows));
    }
    Column text = Sql.column(corrupt);
    List<BadRows> bad =
        BadRows.find(
            rows,
            when(text.isNotNull(), lit("no record of " + source.format())),
            BadRows.shortened(text));
    BadRows.settle(bad, spec.badRows(), location.title(), remedy());
    Dataset<Row> whole = rows.where(text.isNull()).drop(corrupt);
    return new ReadTable(whole, bad, List.of(rows));
  }
}
