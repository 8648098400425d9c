package org.sparkradam.table;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.column.ColumnKind;
import org.sparkradam.table.column.ColumnNames;
import org.sparkradam.table.column.ColumnReading;
import org.sparkradam.table.column.MissingText;
import org.sparkradam.table.column.Problem;
import org.sparkradam.table.column.Sql;
import org.sparkradam.table.profile.ColumnRoles;
import org.sparkradam.table.profile.LabelEncoding;

/**
 * What the training table was, for the tables that a model meets later to be held against.
 *
 * @param columns all of them: the features first, in the order that the model takes them
 * @param missing the texts that stand for a missing value
 * @param select the statement that made the table of what was read
 * @param timeZone of the session, which decides what hour a timestamp is in; empty if nobody wrote
 *     it down
 */
public record TableSchema(
    List<TableColumn> columns, List<String> missing, Optional<String> select, String timeZone) {
  public TableSchema {
    columns = List.copyOf(columns);
    missing = List.copyOf(missing);
  }

  /**
   * The schema of a table that is learnt from.
   *
   * @param features the columns that are, in the order that the model takes them
   * @param timeZone of the session
   */
  static TableSchema of(
      ColumnRoles roles,
      List<String> features,
      StructType table,
      MissingText missing,
      Optional<String> select,
      String timeZone) {
    Set<String> learnt = Set.copyOf(features);
    Stream<StructField> others =
        Arrays.stream(table.fields()).filter(field -> !learnt.contains(field.name()));
    List<TableColumn> columns =
        Stream.concat(
                features.stream().map(table::apply).map(field -> feature(roles, field)),
                others.map(field -> other(roles, field)))
            .toList();
    return new TableSchema(columns, missing.tokens(), select, timeZone);
  }

  private static TableColumn feature(ColumnRoles roles, StructField field) {
    Optional<ColumnReading> reading = Optional.of(roles.reading(field.name()));
    return column(field, TableColumn.Role.FEATURE, reading);
  }

  private static TableColumn other(ColumnRoles roles, StructField field) {
    boolean isLabel = field.name().equals(roles.label());
    boolean isWeight = roles.weight().equals(Optional.of(field.name()));
    TableColumn.Role role =
        isLabel
            ? TableColumn.Role.LABEL
            : isWeight ? TableColumn.Role.WEIGHT : TableColumn.Role.UNUSED;
    return column(field, role, Optional.empty());
  }

  private static TableColumn column(
      StructField field, TableColumn.Role role, Optional<ColumnReading> reading) {
    DataType type = field.dataType();
    return new TableColumn(
        field.name(),
        role,
        type.simpleString(),
        ColumnKind.of(type),
        reading,
        OptionalDouble.empty(),
        Optional.empty());
  }

  /** The same with what was learnt of the features. */
  TableSchema with(UnaryOperator<TableColumn> facts) {
    return new TableSchema(
        columns.stream().map(column -> column.isFeature() ? facts.apply(column) : column).toList(),
        missing,
        select,
        timeZone);
  }

  /** The columns that the model takes, in the order that it takes them. */
  public List<TableColumn> features() {
    return columns.stream().filter(TableColumn::isFeature).toList();
  }

  /**
   * The row weights of another table, null where they are no numbers: 1 if the training table had
   * none, or this table has not its column.
   */
  public Column weights(StructType table) {
    List<String> here = List.of(table.fieldNames());
    return columns.stream()
        .filter(column -> column.role() == TableColumn.Role.WEIGHT && here.contains(column.name()))
        .map(TableColumn::name)
        .filter(name -> LabelEncoding.canRead(table.apply(name).dataType()))
        .map(name -> expr(ColumnReading.NUMBER.sql(Sql.name(name), MissingText.IN_CSV)))
        .findFirst()
        .orElse(lit(1.0));
  }

  List<String> featureNames() {
    return features().stream().map(TableColumn::name).toList();
  }

  /** The types that a text file's columns are read as; other columns are as they look. */
  StructType textTypes() {
    StructType types = new StructType();
    for (TableColumn column : features()) {
      boolean number = column.reading().equals(Optional.of(ColumnReading.NUMBER));
      DataType type = number ? DataTypes.DoubleType : DataTypes.StringType;
      types = types.add(column.name(), type);
    }
    return types;
  }

  /**
   * Makes sure that another table has the features, in types that can be read as training's were.
   *
   * @param where that table comes from, to begin a message with
   * @param lacks what to say of a column that is not there, before its name
   * @throws BadInputException that names the column, what it holds and what it held
   */
  void check(StructType table, String where, String lacks) {
    ColumnNames names = ColumnNames.of(table.fieldNames());
    for (TableColumn column : features()) {
      if (!names.names().contains(column.name())) {
        throw new BadInputException(where + lacks + names.lacks(column.name()) + selectHint());
      }
      StructField field = table.apply(column.name());
      ColumnKind here = ColumnKind.of(field.dataType());
      if (!column.reading().orElseThrow().canRead(column.kind(), here)) {
        throw new BadInputException(
            where
                + "column %s holds %s (%s), but held %s%s in training; make them agree, as with --select"
                    .formatted(
                        column.name(),
                        here,
                        field.dataType().simpleString(),
                        column.kind(),
                        column.type().isEmpty() ? "" : " (" + column.type() + ")"));
      }
    }
  }

  private String selectHint() {
    return select
        .map(sql -> " (the training table was made by --select " + Sql.shellArgument(sql) + ")")
        .orElse("");
  }

  /**
   * The first problem of a row of a table that has passed the {@link #check}, as {@link
   * Problem#first} tells it.
   *
   * @param others what can be wrong besides
   */
  Column firstProblem(StructType table, List<Problem> others) {
    List<Problem> problems = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    for (TableColumn column : features()) {
      ColumnReading reading = column.reading().orElseThrow();
      ColumnKind here = ColumnKind.of(table.apply(column.name()).dataType());
      if (reading.isJudgedByNumber(here)) {
        numbers.add(column.name());
      } else {
        problems.addAll(reading.problems(column.name(), here));
      }
    }
    problems.addAll(others);
    return Problem.first(problems, numbers);
  }

  /** The names of all columns. */
  public Stream<String> names() {
    return columns.stream().map(TableColumn::name);
  }
}
