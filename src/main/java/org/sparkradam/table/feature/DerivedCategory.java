package org.sparkradam.table.feature;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.sparkradam.table.column.Sql;

/**
 * A category made of other columns, as SQL that a saved pipeline carries.
 *
 * @param name as the user calls it
 * @param inner what it is called within the preparation
 * @param sql its text, null where it is missing
 */
record DerivedCategory(String name, String inner, String sql) {
  /** Between the parts of a cross: no text of a table holds it. */
  static final String SEPARATOR = "\u001f";

  /** A missing number is no number. */
  static String orNull(String inner) {
    return "nanvl(%s, NULL)".formatted(inner);
  }

  /** The whole part of (ln x)² above 2 and of x elsewhere, told apart. */
  static DerivedCategory logBucket(InputColumn column, String inner) {
    String x = orNull(column.inner());
    String sql =
        "CASE WHEN %1$s > 2 THEN concat('ln²:', CAST(CAST(floor(pow(ln(%1$s), 2)) AS BIGINT) AS STRING)) WHEN %1$s IS NOT NULL THEN CAST(try_cast(%1$s AS BIGINT) AS STRING) END"
            .formatted(x);
    return new DerivedCategory(column.name(), inner, sql);
  }

  /**
   * The range that a number lies in, by its text.
   *
   * @param index a column of the range's number, which is one too large where the number is missing
   * @param splits between infinities, in order
   */
  static DerivedCategory range(InputColumn column, String inner, String index, double[] splits) {
    String texts =
        IntStream.range(1, splits.length)
            .mapToObj(i -> Sql.text(range(splits[i - 1], splits[i])))
            .collect(joining(", "));
    String sql =
        "CASE WHEN %1$s < %2$s THEN element_at(array(%3$s), CAST(%1$s AS INT) + 1) END"
            .formatted(index, splits.length - 1, texts);
    return new DerivedCategory(column.name(), inner, sql);
  }

  private static String range(double from, double to) {
    if (from == Double.NEGATIVE_INFINITY) {
      return "<" + number(to);
    }
    return to == Double.POSITIVE_INFINITY ? "≥" + number(from) : number(from) + "–" + number(to);
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%.0f", value)
        : Float.toString((float) value);
  }

  /** All parts together; missing only where all of them are. */
  static DerivedCategory cross(String name, String inner, List<String> parts) {
    String texts =
        parts.stream().map(part -> "coalesce(%s, '')".formatted(part)).collect(joining(", "));
    String sql =
        "CASE WHEN coalesce(%s) IS NOT NULL THEN concat_ws(chr(31), %s) END"
            .formatted(String.join(", ", parts), texts);
    return new DerivedCategory(name, inner, sql);
  }

  /** About how many categories each column has. */
  static Map<String, Long> distinct(Dataset<Row> rows, List<String> inner) {
    Column[] counts = inner.stream().map(functions::approx_count_distinct).toArray(Column[]::new);
    Row row = rows.agg(counts[0], Arrays.copyOfRange(counts, 1, counts.length)).first();
    Map<String, Long> distinct = new HashMap<>();
    for (int i = 0; i < counts.length; i++) {
      distinct.put(inner.get(i), row.getLong(i));
    }
    return distinct;
  }

  /** A category's text for people. */
  static String readable(String category) {
    return category.replace(SEPARATOR, " & ");
  }
}
