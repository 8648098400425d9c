package org.sparkradam.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** What one pass over both tables tells: how many rows are of which status, and their columns. */
record Profile(List<Part> parts) {

  /**
   * The rows of one table and one status.
   *
   * @param status why they cannot be used, or null
   */
  record Part(boolean test, String status, long rows, Map<String, ColumnProfile> columns) {
    boolean isGood() {
      return status == null;
    }
  }

  /**
   * One job. Values are laid out one below the other, so that the generated code stays as short for
   * a thousand columns as for one: long methods are never compiled by the JVM.
   */
  static Profile of(Dataset<Row> rows, ProfiledColumns columns) {
    List<Row> aggregated =
        rows.select(
                col(TwoTables.IS_TEST),
                col(TwoTables.STATUS),
                functions.posexplode(columns.values()).as(new String[] {"position", "value"}))
            .groupBy(TwoTables.IS_TEST, TwoTables.STATUS, "position")
            .agg(functions.count(lit(1)), ColumnProfile.aggregates())
            .collectAsList();
    return new Profile(
        aggregated.stream()
            .map(row -> Arrays.asList(row.get(0), row.get(1)))
            .distinct()
            .map(key -> part(key, aggregated, columns.names()))
            .toList());
  }

  private static Part part(List<Object> key, List<Row> aggregated, List<String> names) {
    Map<String, ColumnProfile> profiles = new LinkedHashMap<>();
    long rows = 0;
    for (Row row : aggregated) {
      if (row.get(0).equals(key.get(0)) && Objects.equals(row.get(1), key.get(1))) {
        rows = row.getLong(3);
        profiles.put(names.get(row.getInt(2)), ColumnProfile.from(row, 4));
      }
    }
    return new Part((Boolean) key.get(0), (String) key.get(1), rows, profiles);
  }

  long rows() {
    return parts.stream().mapToLong(Part::rows).sum();
  }

  long rows(String status) {
    return parts.stream().filter(p -> status.equals(p.status)).mapToLong(Part::rows).sum();
  }

  boolean hasBadRows() {
    return parts.stream().anyMatch(p -> !p.isGood() && !p.status.equals(RowProblems.NO_LABEL));
  }

  /** The good rows of the tables that have some. */
  Stream<Part> good() {
    return parts.stream().filter(Part::isGood);
  }

  /**
   * The good rows of one table.
   *
   * @throws BadInputException if there are none, or their weights sum to zero
   */
  Part good(boolean test) {
    String name = test ? "test" : "training";
    Part good =
        parts.stream()
            .filter(p -> p.isGood() && p.test == test)
            .findFirst()
            .orElseThrow(() -> new BadInputException(none(name)));
    ColumnProfile weights = good.columns.get(ProfiledColumns.WEIGHT);
    if (weights != null && weights.sum() == 0) {
      throw new BadInputException("all weights of the " + name + " rows are zero");
    }
    return good;
  }

  private String none(String name) {
    return String.format(
        Locale.ROOT,
        "no rows for the %s table: of %,d rows, %,d have no label; see --test-fraction and"
            + " --test-data",
        name,
        rows(),
        rows(RowProblems.NO_LABEL));
  }
}
