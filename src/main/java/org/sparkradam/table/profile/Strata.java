package org.sparkradam.table.profile;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparkradam.table.column.ColumnNames;
import org.sparkradam.table.column.Sql;

/**
 * The classes that a {@link RowSplit} leaves without a row on one side though they have two that
 * differ, and the rows that change sides for it: of each such class those of the smallest hash, so
 * that a row's side still follows from the contents of the table, and equal rows stay together.
 */
public record Strata(String label, LabelValues values, List<LabelClass> oneSided) {
  /** Of all classes, those that are on one side only and could be on both. */
  public static Strata of(String label, LabelValues values, List<LabelClass> classes) {
    return new Strata(
        label,
        values,
        classes.stream()
            .filter(one -> one.training() == 0 || one.test() == 0)
            .filter(one -> one.lowestHash() < one.highestHash())
            .toList());
  }

  /** Whether no row has to move. */
  public boolean areWhole() {
    return oneSided.isEmpty();
  }

  /** Rows with their hash and side, those of these classes on both. */
  public Dataset<Row> balanced(Dataset<Row> marked) {
    Column moves = col(HeldColumns.HASH).eqNullSafe(expr(lowestHash()));
    Column isTest = col(HeldColumns.IS_TEST);
    return marked.withColumn(HeldColumns.IS_TEST, isTest.notEqual(moves));
  }

  private String lowestHash() {
    String entries =
        oneSided.stream()
            .map(one -> values.literal(one.name()) + ", " + one.lowestHash() + "L")
            .collect(joining(", "));
    String value = values.value(Sql.name(label));
    return "try_element_at(map(" + entries + "), " + values.key(value) + ")";
  }

  /** What was done, for the console. */
  public Stream<String> notes() {
    if (areWhole()) {
      return Stream.empty();
    }
    List<String> names = oneSided.stream().map(one -> "'" + one.name() + "'").toList();
    return Stream.of(
        "split: rows moved so that these classes are on both sides (--stratify): "
            + new ColumnNames(names).listed());
  }
}
