package org.sparkradam.table;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * What is known of a column's values.
 *
 * @param known how many are not missing
 * @param min the smallest: of numbers themselves, of hashes for texts, of sizes for vectors
 * @param max the largest likewise
 * @param distinct about how many differ
 * @param magnitude the largest magnitude in vectors, else 0
 */
record ColumnProfile(long known, double min, double max, long distinct, double magnitude) {
  static final int AGGREGATES = 5;

  boolean isEmpty() {
    return known == 0;
  }

  boolean isConstant() {
    return min == max;
  }

  /** The aggregates from which {@link #from} makes a profile; all of fixed width, to be hashed. */
  static Stream<Column> aggregates(String column, ColumnKind kind, MissingText missing) {
    return switch (kind) {
      case TEXT -> texts(missing.cleaned("CAST(" + Sql.name(column) + " AS STRING)"));
      case VECTOR -> vectors(Sql.column(column));
      default -> values(Sql.column(column).cast("double"), lit(0.0));
    };
  }

  private static Stream<Column> texts(String cleaned) {
    Column hash =
        expr("CASE WHEN " + cleaned + " IS NULL THEN NULL ELSE xxhash64(" + cleaned + ") END");
    return values(hash, lit(0.0));
  }

  private static Stream<Column> vectors(Column vector) {
    return values(VectorFacts.size(vector), VectorFacts.magnitude(vector));
  }

  private static Stream<Column> values(Column value, Column magnitude) {
    return Stream.of(
        functions.count(value),
        functions.min(value).cast("double"),
        functions.max(value).cast("double"),
        functions.approx_count_distinct(value),
        functions.max(magnitude));
  }

  static ColumnProfile from(Row row, int first) {
    boolean empty = row.getLong(first) == 0;
    return new ColumnProfile(
        row.getLong(first),
        empty ? Double.NaN : row.getDouble(first + 1),
        empty ? Double.NaN : row.getDouble(first + 2),
        row.getLong(first + 3),
        empty ? 0 : row.getDouble(first + 4));
  }
}
