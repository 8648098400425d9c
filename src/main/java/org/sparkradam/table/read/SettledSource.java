package org.sparkradam.table.read;

import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.table.column.BadInputException;

/**
 * A table of which it is settled how it is read, and at which of its states.
 *
 * @param snapshot the same for all passes, whatever is written meanwhile; empty if the source keeps
 *     one state only, or has none yet
 */
public record SettledSource(
    TableLocation location, TableFormat format, Optional<Snapshot> snapshot) {

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
    Optional<Snapshot> snapshot =
        Snapshot.in(spec.options())
            .or(() -> format.traits().newest(session, spec.options(), location));
    return new SettledSource(location, format, snapshot);
  }

  /** The types of a table of text are known to the catalog, which leaves our readers nothing. */
  private static TableFormat ofCatalog(SparkSession session, String name) {
    TableFormat provider = new CatalogTables(session).provider(name);
    return provider.traits().isTyped() ? provider : CatalogTables.TYPED;
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
}
