package org.sparkradam.table;

import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.sparkradam.table.column.ColumnKind;
import org.sparkradam.table.column.ColumnReading;
import org.sparkradam.table.column.MissingText;
import org.sparkradam.table.column.Sql;
import org.sparkradam.table.profile.ColumnProfile;
import org.sparkradam.table.profile.Profile;
import org.sparkradam.table.read.PassName;

/**
 * A table held against the schema of the training table, column by column.
 *
 * @param rows that were looked at
 * @param columns the features
 */
public record SchemaCheck(long rows, List<ColumnCheck> columns) {
  public SchemaCheck {
    columns = List.copyOf(columns);
  }

  /** The columns of which there is something to tell. */
  public List<ColumnCheck> off() {
    return columns.stream().filter(ColumnCheck::isOff).toList();
  }

  /**
   * Looks at all rows, in one job.
   *
   * @param rows with the features, in types that {@link TableSchema#check} lets pass
   * @param types that the user's table has the features in
   */
  static SchemaCheck of(TableSchema schema, Dataset<Row> rows, StructType types) {
    List<TableColumn> features = schema.features();
    Counts counts = counts(features, schema, rows);
    List<ColumnCheck> checks = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      checks.add(counts.check(i, features.get(i), types, counts.rows, counts.known[i]));
    }
    return new SchemaCheck(counts.rows, checks);
  }

  /**
   * The same of rows that have been profiled: in one job over those of their categories that were
   * too many to be counted, if there are any.
   *
   * @param profile of these rows
   */
  static SchemaCheck of(
      TableSchema schema, Profile.Part profile, Dataset<Row> rows, StructType types) {
    List<TableColumn> uncounted =
        schema.features().stream()
            .filter(feature -> feature.seen().isPresent())
            .filter(feature -> profile.columns().get(feature.name()).categories().isEmpty())
            .toList();
    Counts scanned =
        uncounted.isEmpty()
            ? new Counts(0)
            : PassName.during(
                rows, "comparing with the training rows", () -> counts(uncounted, schema, rows));
    List<ColumnCheck> checks = new ArrayList<>();
    for (TableColumn feature : schema.features()) {
      ColumnProfile column = profile.columns().get(feature.name());
      int scan = uncounted.indexOf(feature);
      Counts counts = scan >= 0 ? scanned : Counts.of(column, feature.seen());
      checks.add(counts.check(Math.max(scan, 0), feature, types, profile.rows(), column.known()));
    }
    return new SchemaCheck(profile.rows(), checks);
  }

  private static Counts counts(List<TableColumn> features, TableSchema schema, Dataset<Row> rows) {
    MissingText missing = new MissingText(schema.missing());
    Column[] values =
        features.stream()
            .map(feature -> value(feature, rows.schema(), missing))
            .toArray(Column[]::new);
    SeenValues[] seen =
        features.stream().map(feature -> feature.seen().orElse(null)).toArray(SeenValues[]::new);
    return rows
        .select(values)
        .queryExecution()
        .toRdd()
        .toJavaRDD()
        .mapPartitions(some -> Stream.of(Counts.of(some, seen)).iterator())
        .collect()
        .stream()
        .reduce(new Counts(features.size()), Counts::plus);
  }

  /**
   * A category as text, of another column what is null where it has no value; arrays may be held.
   */
  private static Column value(TableColumn feature, StructType here, MissingText missing) {
    ColumnReading reading = feature.reading().orElseThrow();
    ColumnKind kind = ColumnKind.of(here.apply(feature.name()).dataType());
    if (reading == ColumnReading.NUMBER && kind.isNumber()) {
      return Sql.column(feature.name());
    }
    String name = Sql.name(feature.name());
    String read = reading == ColumnReading.ARRAY ? name : reading.sql(name, missing);
    return expr(
        reading == ColumnReading.CATEGORY
            ? read
            : "CASE WHEN " + read + " IS NOT NULL THEN '' END");
  }

  /** Counts by the place of a feature. Not thread-safe. */
  private static final class Counts implements java.io.Serializable {
    private static final long serialVersionUID = 1L;

    private long rows;
    private final long[] known;
    private final long[] unseen;
    private final String[] examples;

    Counts(int features) {
      known = new long[features];
      unseen = new long[features];
      examples = new String[features];
    }

    static Counts of(Iterator<InternalRow> rows, SeenValues[] seen) {
      Counts counts = new Counts(seen.length);
      rows.forEachRemaining(row -> counts.add(row, seen));
      return counts;
    }

    /** Of one column, whose categories are counted if it has some. */
    static Counts of(ColumnProfile column, Optional<SeenValues> seen) {
      Counts counts = new Counts(1);
      new TreeMap<>(column.categories().orElse(Map.of()))
          .forEach(
              (value, rows) -> {
                if (seen.isPresent() && !seen.get().contains(value)) {
                  counts.unseen[0] += rows;
                  counts.examples[0] = value;
                }
              });
      return counts;
    }

    private void add(InternalRow row, SeenValues[] seen) {
      rows++;
      for (int i = 0; i < known.length; i++) {
        if (!row.isNullAt(i)) {
          known[i]++;
          if (seen[i] != null) {
            add(row.getUTF8String(i).toString(), i, seen[i]);
          }
        }
      }
    }

    private void add(String value, int i, SeenValues seen) {
      if (!seen.contains(value)) {
        unseen[i]++;
        examples[i] = value;
      }
    }

    Counts plus(Counts other) {
      rows += other.rows;
      for (int i = 0; i < known.length; i++) {
        known[i] += other.known[i];
        unseen[i] += other.unseen[i];
        examples[i] = examples[i] == null ? other.examples[i] : examples[i];
      }
      return this;
    }

    /**
     * @param i the place of the feature, if it is a category
     * @param known how many of so many rows have a value
     */
    ColumnCheck check(int i, TableColumn feature, StructType types, long rows, long known) {
      String type = types.apply(feature.name()).dataType().simpleString();
      double missing = rows == 0 ? 0 : (double) (rows - known) / rows;
      if (feature.seen().isEmpty()) {
        return new ColumnCheck(feature, type, missing, OptionalDouble.empty(), null);
      }
      OptionalDouble share = OptionalDouble.of(known == 0 ? 0 : (double) unseen[i] / known);
      return new ColumnCheck(feature, type, missing, share, examples[i]);
    }
  }
}
