package org.sparkradam.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

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
 */
record LabelClass(double number, String name, long training, long test) {
  private static final double LARGEST_EXACT = 1e15;

  /** Numbers ascend, texts follow the alphabet. */
  private static final Comparator<LabelClass> ORDER =
      Comparator.comparingDouble(LabelClass::number).thenComparing(LabelClass::name);

  /** Counts the values of the good rows; one job. */
  static List<LabelClass> count(Dataset<Row> good, String label, LabelValues labels) {
    List<LabelClass> classes = new ArrayList<>();
    good.groupBy(expr(labels.value(Sql.name(label))))
        .agg(functions.count(lit(1)), functions.count(functions.when(col(TwoTables.IS_TEST), 1)))
        .collectAsList()
        .forEach(row -> classes.add(from(row)));
    classes.sort(ORDER);
    return classes;
  }

  private static LabelClass from(Row row) {
    long test = row.getLong(2);
    long training = row.getLong(1) - test;
    return row.get(0) instanceof Double number
        ? new LabelClass(number, spelled(number), training, test)
        : new LabelClass(0, row.getString(0), training, test);
  }

  private static String spelled(double number) {
    boolean whole = number == Math.rint(number) && Math.abs(number) < LARGEST_EXACT;
    return whole ? Long.toString((long) number) : Double.toString(number);
  }
}
