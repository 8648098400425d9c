package org.sparkradam.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** What one pass over both tables tells: how many rows are of which status, and their columns. */
record Profile(List<Part> parts) {

  /**
   * The rows of one table and one status.
   *
   * @param status why they cannot be used, or null
   * @param fractions how many labels are numbers and not whole
   */
  record Part(
      boolean test,
      String status,
      long rows,
      double weight,
      long fractions,
      Map<String, ColumnProfile> columns) {

    boolean isGood() {
      return status == null;
    }
  }

  /** One job, whatever the number of columns. */
  static Profile of(Dataset<Row> rows, ColumnRoles roles, LabelValues labels, MissingText missing) {
    List<String> columns = new ArrayList<>(roles.features());
    columns.add(roles.label());
    Stream<Column> perColumn =
        columns.stream()
            .flatMap(name -> ColumnProfile.aggregates(name, kind(name, roles, labels), missing));
    Column[] aggregates =
        Stream.concat(Stream.of(weight(roles), fractions(roles, labels)), perColumn)
            .toArray(Column[]::new);
    return new Profile(
        rows
            .groupBy(col(TwoTables.IS_TEST), col(TwoTables.STATUS))
            .agg(count(lit(1)), aggregates)
            .collectAsList()
            .stream()
            .map(row -> part(row, columns))
            .toList());
  }

  long rows() {
    return parts.stream().mapToLong(Part::rows).sum();
  }

  long rows(String status) {
    return parts.stream().filter(p -> status.equals(p.status)).mapToLong(Part::rows).sum();
  }

  boolean hasBadRows() {
    return parts.stream().anyMatch(p -> !p.isGood() && !p.status.equals(RowStatus.NO_LABEL));
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
    if (good.weight == 0) {
      throw new BadInputException("all weights of the " + name + " rows are zero");
    }
    return good;
  }

  private String none(String name) {
    return String.format(
        "no rows for the %s table: of %,d rows, %,d have no label; see --test-fraction and"
            + " --test-data",
        name, rows(), rows(RowStatus.NO_LABEL));
  }

  private static ColumnKind kind(String name, ColumnRoles roles, LabelValues labels) {
    if (!name.equals(roles.label())) {
      return roles.kind(name);
    }
    return labels == LabelValues.TEXTS ? ColumnKind.TEXT : ColumnKind.REAL;
  }

  private static Column weight(ColumnRoles roles) {
    return roles
        .weight()
        .map(name -> functions.sum(Sql.column(name).cast("double")))
        .orElse(functions.sum(lit(1.0)));
  }

  private static Column fractions(ColumnRoles roles, LabelValues labels) {
    if (labels == LabelValues.TEXTS) {
      return functions.sum(lit(0L));
    }
    Column value = Sql.column(roles.label()).cast("double");
    return functions.count(functions.when(value.notEqual(functions.rint(value)), 1));
  }

  private static Part part(Row row, List<String> columns) {
    Map<String, ColumnProfile> profiles = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      profiles.put(columns.get(i), ColumnProfile.from(row, 5 + i * ColumnProfile.AGGREGATES));
    }
    double weight = row.isNullAt(3) ? 0 : row.getDouble(3);
    return new Part(
        row.getBoolean(0), row.getString(1), row.getLong(2), weight, row.getLong(4), profiles);
  }
}
