package org.sparkradam.block;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.SparkEnv;
import org.apache.spark.SparkExecutorInfo;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.BlockManagerId;

/** What executors have for cached blocks. */
final class StorageMemory {
  private StorageMemory() {}

  /** Bytes on the heaps of the executors there are now, less what is cached already. */
  static long free(JavaSparkContext context) {
    return executors(context)
        .mapToLong(e -> Math.max(0, e.totalOnHeapStorageMemory() - e.usedOnHeapStorageMemory()))
        .sum();
  }

  /** Spark lists the driver too, which holds blocks only where it is the executor. */
  private static Stream<SparkExecutorInfo> executors(JavaSparkContext context) {
    BlockManagerId driver = SparkEnv.get().blockManager().blockManagerId();
    return Arrays.stream(context.sc().statusTracker().getExecutorInfos())
        .filter(
            e -> context.isLocal() || e.port() != driver.port() || !e.host().equals(driver.host()));
  }
}
