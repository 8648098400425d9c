package org.sparkradam.table;

import static org.apache.spark.sql.functions.col;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A table of which it is settled how it is read, and at which of its states.
 *
 * @param snapshot the same for all passes; empty if the source keeps one state only
 */
record SettledSource(TableLocation location, TableFormat format, Optional<Snapshot> snapshot) {

  /**
   * Looks at a table before it is read.
   *
   * @throws BadInputException if there is none, or Spark does not know its source
   */
  static SettledSource of(SparkSession session, TableSpec spec, TableLocation location) {
    TableFormat format =
        location
            .table()
            .map(name -> ofCatalog(session, name))
            .orElseGet(() -> format(session, spec, location));
    Snapshots snapshots = new Snapshots(session, spec.options());
    return new SettledSource(location, format, snapshots.newest(location, format));
  }

  /** The types of a table of text are known to the catalog, which leaves our readers nothing. */
  private static TableFormat ofCatalog(SparkSession session, String name) {
    TableFormat provider = new CatalogTables(session).provider(name);
    return provider.isTextOfOurs() ? CatalogTables.TYPED : provider;
  }

  private static TableFormat format(SparkSession session, TableSpec spec, TableLocation location) {
    TableFiles files = new TableFiles(session.sparkContext().hadoopConfiguration());
    boolean isAuto = spec.format().equals(TableFormat.AUTO);
    TableFormat format = isAuto ? files.format(location) : spec.format();
    boolean hasFiles = DataSources.isOfFiles("--format", format);
    if (hasFiles && !isAuto) {
      location.paths().forEach(files::firstFile);
    }
    return format;
  }

  /**
   * Finds the newest state of a table in a lake, for all passes over the table to read the same one
   * whatever is written meanwhile.
   */
  private record Snapshots(SparkSession session, SourceOptions options) {

    private static final String VERSION = "versionAsOf";

    /** Empty for sources that keep one state only, and for tables that have none yet. */
    Optional<Snapshot> newest(TableLocation location, TableFormat format) {
      Optional<Snapshot> asked = Snapshot.in(options);
      if (asked.isPresent()) {
        return asked;
      } else if (format.equals(TableFormat.DELTA)) {
        return Optional.of(new Snapshot(VERSION, deltaVersion(location)));
      } else if (format.equals(TableFormat.ICEBERG)) {
        return icebergSnapshot(location).map(id -> new Snapshot(VERSION, id));
      }
      return Optional.empty();
    }

    /** By Delta's own interface: its SQL is there only in sessions that were made for it. */
    private String deltaVersion(TableLocation location) {
      try {
        Class<?> table =
            Class.forName(
                "io.delta.tables.DeltaTable", true, Thread.currentThread().getContextClassLoader());
        String by = location.table().isPresent() ? "forName" : "forPath";
        String name = location.table().orElseGet(() -> location.paths().get(0));
        Object found =
            table.getMethod(by, SparkSession.class, String.class).invoke(null, session, name);
        Object history = table.getMethod("history", int.class).invoke(found, 1);
        return Long.toString(((Dataset<?>) history).toDF().select("version").first().getLong(0));
      } catch (InvocationTargetException e) {
        throw new BadInputException(
            location.title() + ": cannot be read as delta: " + Causes.oneLine(e), e);
      } catch (ReflectiveOperationException e) {
        throw new BadInputException(
            location.title()
                + ": this Delta cannot tell a table's version; give it by --option"
                + " versionAsOf=N",
            e);
      }
    }

    private Optional<String> icebergSnapshot(TableLocation location) {
      String reference = options.get("branch").or(() -> options.get("tag")).orElse("main");
      return references(location, reference).stream()
          .map(row -> Long.toString(row.<Long>getAs("snapshot_id")))
          .findFirst()
          .or(() -> refuseUnknown(location, reference));
    }

    private List<Row> references(TableLocation location, String name) {
      try {
        return references(location).where(col("name").equalTo(name)).collectAsList();
      } catch (Exception e) { // Spark's checked exceptions are not declared.
        throw new BadInputException(
            location.title() + ": cannot be read as iceberg: " + Causes.oneLine(e), e);
      }
    }

    private Dataset<Row> references(TableLocation location) {
      return location
          .table()
          .map(name -> session.table(name + ".refs"))
          .orElseGet(
              () -> {
                String path = location.paths().get(0);
                String refs = path.contains("/") ? path + "#refs" : path + ".refs";
                return session.read().format("iceberg").load(refs);
              });
    }

    /** The main branch is not there before anything was written. */
    private static Optional<String> refuseUnknown(TableLocation location, String reference) {
      if (reference.equals("main")) {
        return Optional.empty();
      }
      throw new BadInputException(
          location.title() + ": there is no branch or tag named " + reference);
    }
  }
}
