package org.sparkradam.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * One of the labels' distinct values.
 *
 * @param number the value if labels are numbers, else 0
 * @param name the value as the table spells it, whole numbers without a fraction
 * @param lowestHash of its rows, by the {@link RowSplit}
 */
record LabelClass(
    double number, String name, long training, long test, long lowestHash, long highestHash) {
  private static final double LARGEST_EXACT = 1e15;

  /** Numbers ascend, texts follow the alphabet. */
  private static final Comparator<LabelClass> ORDER =
      Comparator.comparingDouble(LabelClass::number).thenComparing(LabelClass::name);

  /** Counts the values of the good rows; one job. */
  static List<LabelClass> count(Dataset<Row> good, String label, LabelValues labels) {
    String value = labels.value(Sql.name(label));
    List<LabelClass> classes = new ArrayList<>();
    good.groupBy(expr(labels.key(value)))
        .agg(
            functions.min(expr(value)),
            functions.count(functions.when(functions.not(col(TwoTables.IS_TEST)), 1)),
            functions.count(functions.when(col(TwoTables.IS_TEST), 1)),
            functions.min(TwoTables.HASH),
            functions.max(TwoTables.HASH))
        .collectAsList()
        .forEach(row -> classes.add(from(row)));
    classes.sort(ORDER);
    return classes;
  }

  private static LabelClass from(Row row) {
    boolean isNumber = row.get(1) instanceof Double;
    double number = isNumber ? row.getDouble(1) : 0;
    String name = isNumber ? spelled(number) : row.getString(1);
    return new LabelClass(
        number, name, row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
  }

  boolean isWhole() {
    return number == Math.rint(number);
  }

  private static String spelled(double number) {
    boolean whole = number == Math.rint(number) && Math.abs(number) < LARGEST_EXACT;
    return whole ? Long.toString((long) number) : Double.toString(number);
  }

  /** Whether a class of numbers would be called so. */
  static boolean isSpelledNumber(String name) {
    try {
      return spelled(Double.parseDouble(name)).equals(name);
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
