package org.sparkradam.table.column;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Rows that cannot be used, for one reason.
 *
 * @param reason what is wrong with them, and in which column
 * @param count how many there are
 * @param example one of them, shortened
 */
public record BadRows(String reason, long count, String example) {
  private static final int EXAMPLE_LENGTH = 120;

  /** So many columns of a row are shown, at most. */
  public static final int EXAMPLE_COLUMNS = 40;

  @Override
  public String toString() {
    return Visible.of(
        String.format(Locale.ROOT, "%,d %s: %s, such as: %s", count, noun(), reason, example));
  }

  private String noun() {
    return count == 1 ? "row" : "rows";
  }

  /** A row, and the value that makes it bad; null for a good one. */
  public static Column example(Column problem, List<String> columns) {
    Column value = shortened(Problem.value(problem));
    Column row = functions.concat(shortText(columns), lit(" ("), value, lit(")"));
    return functions.when(problem.isNotNull(), row);
  }

  /** Counts the rows for which {@code reason} is not null; one job. */
  public static List<BadRows> find(Dataset<Row> rows, Column reason, Column example) {
    List<BadRows> found = new ArrayList<>();
    rows.select(reason.as("reason"), example.as("example"))
        .where("reason IS NOT NULL")
        .groupBy("reason")
        .agg(functions.count(lit(1)), first("example"))
        .orderBy("reason")
        .collectAsList()
        .forEach(row -> found.add(new BadRows(row.getString(0), row.getLong(1), row.getString(2))));
    return found;
  }

  /** A row as short text: its first columns. */
  static Column shortText(List<String> columns) {
    Column[] texts =
        columns.stream()
            .limit(EXAMPLE_COLUMNS)
            .map(name -> functions.coalesce(Sql.column(name).cast("string"), lit("null")))
            .toArray(Column[]::new);
    return shortened(functions.concat_ws(", ", texts));
  }

  /** A text as far as it fits into a message. */
  public static Column shortened(Column text) {
    return functions.substring(text, 1, EXAMPLE_LENGTH);
  }

  /**
   * Stops if there are bad rows and the policy says so.
   *
   * @param remedy what the user might do besides skipping the rows; may be empty
   * @throws BadInputException with counts by reason and examples
   */
  public static void settle(List<BadRows> bad, BadRowPolicy policy, String where, String remedy) {
    if (bad.isEmpty() || policy == BadRowPolicy.SKIP) {
      return;
    }
    String reasons = bad.stream().map(BadRows::toString).collect(joining("; "));
    throw new BadInputException(
        where + ": bad rows: " + reasons + " (--bad-rows skip leaves them out" + remedy + ")");
  }
}
