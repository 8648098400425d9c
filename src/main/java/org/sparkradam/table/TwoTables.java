package org.sparkradam.table;

import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * The training and the test table, read and selected from, but not yet judged. They are looked at
 * as one dataset with a mark, so that a pass over them is one pass.
 *
 * @param test the rows of a test table of its own; empty if rows are to be split off
 */
record TwoTables(
    Dataset<Row> training, Optional<Dataset<Row>> test, RowSplit split, List<ReadTable> read) {
  /** Column that marks the rows of the test table. */
  static final String IS_TEST = "spark_radam_is_test";

  /** Column of the {@link RowStatus}. */
  static final String STATUS = "spark_radam_status";

  static TwoTables read(TableInput input, TableSpec spec) {
    RowSplit split = new RowSplit(spec.testFraction(), spec.splitSeed());
    Selection selection = new Selection(spec.select());
    List<ReadTable> read = new ArrayList<>();
    try {
      read.add(input.read(spec.data(), Optional.empty()));
      Optional<StructType> like = Optional.of(read.get(0).rows().schema());
      spec.testData().ifPresent(path -> read.add(input.read(path, like)));
      List<Dataset<Row>> selected = read.stream().map(table -> selection.of(table.rows())).toList();
      return new TwoTables(selected.get(0), selected.stream().skip(1).findFirst(), split, read);
    } catch (RuntimeException e) {
      read.forEach(ReadTable::release);
      throw e;
    }
  }

  StructType schema() {
    return training.schema();
  }

  /** All rows, with the columns that are looked at and the mark. */
  Dataset<Row> marked(ColumnRoles roles) {
    if (test.isEmpty()) {
      return marked(training, roles, split.isTest(schema()));
    }
    new TestColumns(roles).check(test.get().schema());
    return marked(training, roles, lit(false)).union(marked(test.get(), roles, lit(true)));
  }

  /** The rows that could not even be read, by reason. */
  List<BadRows> unreadable() {
    return read.stream().flatMap(table -> table.bad().stream()).toList();
  }

  void release() {
    read.forEach(ReadTable::release);
  }

  private static Dataset<Row> marked(Dataset<Row> rows, ColumnRoles roles, Column isTest) {
    Stream<Column> used = roles.used().stream().map(Sql::column);
    return rows.select(Stream.concat(used, Stream.of(isTest.as(IS_TEST))).toArray(Column[]::new));
  }
}
