package org.sparkradam.table.read;

import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** Keeps what is read for as long as something comes of it. */
public final class Persisting {
  private Persisting() {}

  /** Persists rows for some work, which leaves them so, and releases them if it fails. */
  public static <T> T unlessItFails(Dataset<Row> rows, StorageLevel level, Supplier<T> work) {
    rows.persist(level);
    try {
      return work.get();
    } catch (Exception e) { // Spark's checked exceptions are not declared.
      release(rows);
      throw e;
    }
  }

  /**
   * Waits until they are gone: where an application ends while Spark removes them, it prints a
   * stack trace below the line that tells its user what is wrong.
   */
  static void release(Dataset<Row> rows) {
    rows.unpersist(true);
  }
}
