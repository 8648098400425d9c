package org.sparkradam.table.read;

import java.util.List;
import java.util.Optional;

/**
 * Where a table is: at paths, under a name in a catalog, or wherever the options of its data source
 * say.
 *
 * @param paths of its files or folders, any Hadoop path; none if it is not at paths
 * @param table its name in a catalog
 */
public record TableLocation(List<String> paths, Optional<String> table) {
  /** Where the options of the data source say, as those of JDBC do. */
  public static final TableLocation BY_OPTIONS = new TableLocation(List.of(), Optional.empty());

  public TableLocation {
    paths = List.copyOf(paths);
  }

  public static TableLocation at(List<String> paths) {
    return new TableLocation(paths, Optional.empty());
  }

  public static TableLocation named(String table) {
    return new TableLocation(List.of(), Optional.of(table));
  }

  /** What a user calls it, without what looks like a secret. */
  public String title() {
    return Secrets.hideInUrls(
        table.orElseGet(
            () -> paths.isEmpty() ? "the table of the options" : String.join(", ", paths)));
  }

  /** Short, for the head of a report: the end of its last path. */
  public String name() {
    return title().replaceFirst("^.*/(?=.)", "");
  }
}
