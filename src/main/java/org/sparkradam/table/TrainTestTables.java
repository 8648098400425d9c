package org.sparkradam.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.sparkradam.table.column.BadRows;
import org.sparkradam.table.column.ColumnReading;
import org.sparkradam.table.column.MissingText;
import org.sparkradam.table.column.Problem;
import org.sparkradam.table.column.Sql;
import org.sparkradam.table.profile.ColumnRoles;
import org.sparkradam.table.profile.HeldColumns;
import org.sparkradam.table.profile.PackedNumbers;
import org.sparkradam.table.profile.RowProblems;
import org.sparkradam.table.profile.RowSplit;
import org.sparkradam.table.read.ReadTable;
import org.sparkradam.table.read.Selection;
import org.sparkradam.table.read.SettledSource;
import org.sparkradam.table.read.TableInput;
import org.sparkradam.table.read.TableSpec;

/**
 * The training and the test table, read and selected from, but not yet judged. They are looked at
 * as one dataset with a mark, so that a pass over them is one pass.
 *
 * @param test the rows of a test table of its own; empty if rows are to be split off
 */
record TrainTestTables(
    Dataset<Row> training, Optional<Dataset<Row>> test, RowSplit split, List<ReadTable> read) {
  private static final String EXAMPLE = "\0example";

  private static final String PROBLEM = "\0problem";

  /**
   * @param data the training table
   * @param testData a test table of its own, if there is one
   */
  static TrainTestTables read(
      TableInput input, SettledSource data, Optional<SettledSource> testData) {
    TableSpec spec = input.spec();
    RowSplit split = new RowSplit(spec.testFraction(), spec.splitSeed());
    Selection selection = new Selection(spec.select());
    List<ReadTable> read = new ArrayList<>();
    try {
      read.add(input.read(data, Optional.empty()));
      Optional<StructType> like = Optional.of(read.get(0).rows().schema());
      testData.ifPresent(source -> read.add(input.read(source, like)));
      List<Dataset<Row>> selected = read.stream().map(table -> selection.of(table.rows())).toList();
      return new TrainTestTables(
          selected.get(0), selected.stream().skip(1).findFirst(), split, read);
    } catch (RuntimeException e) {
      read.forEach(ReadTable::release);
      throw e;
    }
  }

  StructType schema() {
    return training.schema();
  }

  /** The types of the rows that are tested on. */
  StructType testSchema() {
    return test.orElse(training).schema();
  }

  /**
   * All rows, with the columns that are looked at as the model will see them, and the marks. The
   * test table may hold other types than the training table, as long as they can be read alike.
   */
  Dataset<Row> marked(RowProblems problems) {
    if (test.isEmpty()) {
      Column hash = split.hash(schema());
      return marked(training, problems, hash, split.isTest(col(HeldColumns.HASH)));
    }
    return marked(training, problems, lit(0L), lit(false))
        .union(marked(test.get(), problems, lit(0L), lit(true)));
  }

  /** The rows that cannot be used for more than the want of a label, by reason; one job. */
  List<BadRows> bad(RowProblems problems) {
    Dataset<Row> told = told(training, problems);
    Dataset<Row> all = test.map(rows -> told.union(told(rows, problems))).orElse(told);
    Column reason = Problem.reason(col(PROBLEM));
    return BadRows.find(all, when(reason.notEqual(RowProblems.NO_LABEL), reason), col(EXAMPLE));
  }

  private static Dataset<Row> told(Dataset<Row> rows, RowProblems problems) {
    Column problem = problems.first(rows.schema());
    Column example = BadRows.example(col(PROBLEM), problems.roles().used());
    return rows.select(col("*"), problem.as(PROBLEM)).select(col(PROBLEM), example.as(EXAMPLE));
  }

  /** The rows that could not even be read, by reason. */
  List<BadRows> unreadable() {
    return read.stream().flatMap(table -> table.bad().stream()).toList();
  }

  void release() {
    read.forEach(ReadTable::release);
  }

  private static Dataset<Row> marked(
      Dataset<Row> rows, RowProblems problems, Column hash, Column isTest) {
    ColumnRoles roles = problems.roles();
    MissingText missing = problems.missing();
    StructType here = rows.schema();
    PackedNumbers packed = PackedNumbers.among(roles);
    List<Column> columns = new ArrayList<>();
    if (!packed.isEmpty()) {
      columns.add(col(PackedNumbers.COLUMN));
    }
    roles.features().stream()
        .filter(name -> !packed.has(name))
        .forEach(name -> columns.add(held(name, roles.reading(name), here, missing)));
    columns.add(expr(problems.labels().value(Sql.name(roles.label()))).as(roles.label()));
    roles.weight().ifPresent(name -> columns.add(held(name, ColumnReading.NUMBER, here, missing)));
    columns.add(col(HeldColumns.HASH));
    columns.add(isTest.as(HeldColumns.IS_TEST));
    columns.add(problems.status(here, packed).as(HeldColumns.STATUS));
    return packed
        .with(rows.select(col("*"), hash.as(HeldColumns.HASH)), roles, missing)
        .select(columns.toArray(Column[]::new));
  }

  private static Column held(
      String name, ColumnReading reading, StructType here, MissingText missing) {
    return reading.held(name, here.apply(name).dataType(), missing).as(name);
  }
}
