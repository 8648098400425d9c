package org.sparkradam.table.read;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.column.Causes;

/** Delta Lake, which this library is not compiled against. */
final class DeltaFormat implements FormatTraits {
  @Override
  public boolean isAt(String folder, TableFiles files) {
    return files.holds(folder, "_delta_log");
  }

  @Override
  public boolean isColumnar() {
    return true;
  }

  @Override
  public Optional<Snapshot> newest(
      SparkSession session, SourceOptions options, TableLocation location) {
    return Optional.of(Snapshot.version(version(session, location)));
  }

  /** By Delta's own interface: its SQL is there only in sessions that were made for it. */
  private static long version(SparkSession session, TableLocation location) {
    try {
      Class<?> table =
          Class.forName(
              "io.delta.tables.DeltaTable", true, Thread.currentThread().getContextClassLoader());
      String by = location.table().isPresent() ? "forName" : "forPath";
      String name = location.table().orElseGet(() -> location.paths().get(0));
      Object found =
          table.getMethod(by, SparkSession.class, String.class).invoke(null, session, name);
      Object history = table.getMethod("history", int.class).invoke(found, 1);
      return ((Dataset<?>) history).toDF().select("version").first().getLong(0);
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

  @Override
  public boolean isInFolder() {
    return true;
  }
}
