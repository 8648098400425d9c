package org.sparkradam.table;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * What is known of a column's values, where texts are looked at by a hash and vectors by their
 * size.
 *
 * @param known how many are not missing
 * @param distinct about how many differ
 * @param fractions how many are not whole
 * @param squares Σ(x - mean)²
 */
record ColumnProfile(
    long known, double min, double max, long distinct, long fractions, double sum, double squares) {

  boolean isEmpty() {
    return known == 0;
  }

  boolean isConstant() {
    return min == max;
  }

  double mean() {
    return sum / known;
  }

  /** Their deviation where the missing ones of so many rows take the mean, of a sample. */
  double deviation(long rows) {
    return rows > 1 ? Math.sqrt(squares / (rows - 1)) : 0;
  }

  /** A column, as it is held, as numbers to be profiled. */
  static Column view(String column, ColumnKind kind) {
    return switch (kind) {
      case TEXT -> hash(Sql.column(column));
      case VECTOR, ARRAY -> VectorFacts.size(Sql.column(column)).cast("double");
      default -> Sql.column(column).cast("double");
    };
  }

  /** A text as a number to be profiled. */
  static Column hash(Column text) {
    return functions.when(text.isNotNull(), functions.xxhash64(text).cast("double"));
  }

  /** Aggregates over a column {@code value}, for {@link #from}; of fixed width, to be hashed. */
  static Column[] aggregates() {
    Column value = col("value");
    return new Column[] {
      functions.count(value),
      functions.min(value),
      functions.max(value),
      functions.approx_count_distinct(value),
      functions.count(functions.when(value.notEqual(functions.rint(value)), 1)),
      functions.sum(value),
      functions.var_pop(value)
    };
  }

  static ColumnProfile from(Row row, int first) {
    boolean empty = row.getLong(first) == 0;
    return new ColumnProfile(
        row.getLong(first),
        empty ? Double.NaN : row.getDouble(first + 1),
        empty ? Double.NaN : row.getDouble(first + 2),
        row.getLong(first + 3),
        row.getLong(first + 4),
        empty ? 0 : row.getDouble(first + 5),
        empty ? 0 : row.getDouble(first + 6) * row.getLong(first));
  }
}
