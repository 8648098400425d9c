package org.sparkradam.table.profile;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.sparkradam.table.column.BadInputException;

/**
 * What one pass over both tables tells: how many rows are of which status, and their columns.
 *
 * @param labels of the good rows of both; absent if they are too many for classes
 */
public record Profile(List<Part> parts, Optional<List<LabelClass>> labels) {

  /**
   * The rows of one table and one status.
   *
   * @param status why they cannot be used, or null
   */
  public record Part(boolean test, String status, long rows, Map<String, ColumnProfile> columns) {
    boolean isGood() {
      return status == null;
    }
  }

  /** One job; each value is looked at where it is. */
  public static Profile of(Dataset<Row> marked, ProfiledColumns columns) {
    Tallies found =
        marked
            .queryExecution()
            .toRdd()
            .toJavaRDD()
            .treeAggregate(new Tallies(), (some, row) -> some.add(columns, row), Tallies::plus);
    return new Profile(
        found.parts.stream().map(tally -> part(tally, columns)).toList(), found.labels.classes());
  }

  private static Part part(Tally tally, ProfiledColumns columns) {
    Map<String, ColumnProfile> profiles = new LinkedHashMap<>();
    for (int i = 0; i < columns.views().size(); i++) {
      profiles.put(columns.views().get(i).name(), tally.columns.get(i).profile());
    }
    return new Part(tally.test, tally.status, tally.rows, profiles);
  }

  /** What was found of the rows of one table and one status. Not thread-safe. */
  private static final class Tally implements Serializable {
    private static final long serialVersionUID = 1L;

    private final boolean test;
    private final String status;
    private final List<ColumnTally> columns;
    private long rows;

    Tally(boolean test, String status, List<ColumnTally> columns) {
      this.test = test;
      this.status = status;
      this.columns = columns;
    }

    void plus(Tally other) {
      rows += other.rows;
      for (int i = 0; i < columns.size(); i++) {
        columns.get(i).plus(other.columns.get(i));
      }
    }
  }

  /** By table and status. Without records, which Kryo cannot ship. Not thread-safe. */
  private static final class Tallies implements Serializable {
    private static final long serialVersionUID = 1L;

    private final List<Tally> parts = new ArrayList<>();
    private final LabelTally labels = new LabelTally();

    private Optional<Tally> part(boolean test, String status) {
      for (Tally part : parts) {
        if (part.test == test && Objects.equals(part.status, status)) {
          return Optional.of(part);
        }
      }
      return Optional.empty();
    }

    private Tally begun(Tally part) {
      parts.add(part);
      return part;
    }

    Tallies add(ProfiledColumns columns, InternalRow row) {
      boolean test = row.getBoolean(columns.isTest());
      String status =
          row.isNullAt(columns.status()) ? null : row.getUTF8String(columns.status()).toString();
      Tally part =
          part(test, status).orElseGet(() -> begun(new Tally(test, status, columns.tallies())));
      part.rows++;
      if (status == null) {
        columns.add(row, part.columns);
        labels.add(row, columns.label());
      }
      return this;
    }

    Tallies plus(Tallies other) {
      for (Tally part : other.parts) {
        part(part.test, part.status).ifPresentOrElse(mine -> mine.plus(part), () -> begun(part));
      }
      labels.plus(other.labels);
      return this;
    }
  }

  /** All rows of both tables. */
  public long rows() {
    return parts.stream().mapToLong(Part::rows).sum();
  }

  /** The rows of a status. */
  public long rows(String status) {
    return parts.stream().filter(p -> status.equals(p.status)).mapToLong(Part::rows).sum();
  }

  /** Whether there are rows that lack more than a label. */
  public boolean hasBadRows() {
    return parts.stream().anyMatch(p -> !p.isGood() && !p.status.equals(RowProblems.NO_LABEL));
  }

  /** The good rows of the tables that have some. */
  public Stream<Part> good() {
    return parts.stream().filter(Part::isGood);
  }

  /**
   * The good rows of one table.
   *
   * @throws BadInputException if there are none, or their weights sum to zero
   */
  public Part good(boolean test) {
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
