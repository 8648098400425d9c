package org.sparkradam.table.read;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Spreads a table that few tasks can read, such as one gz file, over all cores. */
public final class Spread {
  /** Less is looked at as fast by one task, in the order that its user knows. */
  private static final long LEAST_BYTES = 1 << 20;

  private Spread() {}

  /** The rows in at least as many partitions as the application has cores, if they are many. */
  public static Dataset<Row> over(Dataset<Row> rows) {
    int cores = rows.sparkSession().sparkContext().defaultParallelism();
    // Rows that are planned already do not see that they are persisted, and are read once more.
    Dataset<Row> planned = rows.select("*");
    return planned.queryExecution().toRdd().getNumPartitions() < cores && isLarge(planned)
        ? rows.repartition(cores)
        : rows;
  }

  private static boolean isLarge(Dataset<Row> rows) {
    return rows.queryExecution().optimizedPlan().stats().sizeInBytes().toLong() >= LEAST_BYTES;
  }
}
