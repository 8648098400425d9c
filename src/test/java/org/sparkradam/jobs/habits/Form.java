package org.sparkradam.jobs.habits;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A way to write a table to a file. */
interface Form {
  /** Writes the table; the path of the file, whose ending depends on the form. */
  Path write(DrawnTable table, Path folder, String name);

  /**
   * The options that reading such a file takes.
   *
   * @param known the options that the jobs have; the others cannot be given
   */
  List<String> options(DrawnTable table, Set<String> known);

  /** Whether the first line or the schema names the columns. */
  default boolean namesColumns() {
    return true;
  }

  /** Whether files of both forms, read as their options say, hold the same values. */
  boolean meansTheSameAs(Form other);
}
