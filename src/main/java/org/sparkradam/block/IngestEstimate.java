package org.sparkradam.block;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.SparkEnv;
import org.apache.spark.SparkExecutorInfo;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.BlockManagerId;

/**
 * What the blocks will need, known before they are built.
 *
 * @param rows of the table
 * @param features of a row
 * @param layout of all blocks
 * @param chunks the blocks' number
 * @param bytes of all blocks in memory
 * @param exactBytes of the same if features are doubles, as they are until a block is built
 * @param storageBytes free for cached blocks on the executors there are now; Spark lends of it to
 *     computations, so it is the most there can be
 */
public record IngestEstimate(
    long rows,
    int features,
    BlockLayout layout,
    int chunks,
    long bytes,
    long exactBytes,
    long storageBytes) {
  private static final long CHUNK_BYTES = 32L << 20;
  private static final int ROWS_OF_A_SMALL_CHUNK = 256;

  /** Hash, number, place and slot in a table. */
  private static final long BYTES_A_ROW_PLACED = 48;

  /** A chunk's rows are drawn by hash: leave room for more of them than the average. */
  private static final double LARGEST_ARRAY = 0.9 * Integer.MAX_VALUE;

  static IngestEstimate of(RowStatistics rows, IngestSettings settings, JavaSparkContext context) {
    BlockLayout layout = BlockLayout.of(rows);
    long columns = rows.weighted() > 0 ? 2 : 1;
    long others = Double.BYTES * columns * rows.rows();
    long bytes = layout.rowBytes(rows, settings.precision()) + others;
    long exactBytes = layout.rowBytes(rows, FeaturePrecision.DOUBLE) + others;
    int chunks = settings.chunks().orElse(chunks(rows.rows(), bytes, layout.fewestChunks()));
    requireRoom(layout.valuesPerRow(rows) * rows.rows(), chunks, settings.shuffle());
    long storage = StorageMemory.free(context);
    return new IngestEstimate(
        rows.rows(), rows.features(), layout, chunks, bytes, exactBytes, storage);
  }

  /**
   * Bytes of the driver's heap that blocks there need while they are built: a quarter more than
   * their rows take as doubles, since what a block is made of is let go with it, and what is kept
   * of each row until then.
   */
  long driverBytes() {
    return exactBytes + exactBytes / 4 + BYTES_A_ROW_PLACED * rows;
  }

  /** The share of the blocks that will not be in memory, but on the executors' disks. */
  public double shareOnDisk() {
    return Math.max(0, 1 - (double) storageBytes / bytes);
  }

  /** One line for people. */
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%,d rows of %,d features: %,d MB in %,d %s chunks; free for them are %,d MB,"
            + " so %.0f %% will be on disk",
        rows,
        features,
        bytes >> 20,
        chunks,
        layout == BlockLayout.DENSE ? "dense" : "sparse",
        storageBytes >> 20,
        100 * shareOnDisk());
  }

  /** By bytes, so that cores and executors have no say in which rows share a chunk. */
  static int chunks(long rows, long bytes, int fewest) {
    long bySize = (bytes + CHUNK_BYTES - 1) / CHUNK_BYTES;
    long small = Math.min(fewest, rows / ROWS_OF_A_SMALL_CHUNK);
    return Math.toIntExact(Math.max(1, Math.max(bySize, small)));
  }

  private static void requireRoom(double values, int chunks, RowShuffle shuffle) {
    if (values / chunks > LARGEST_ARRAY) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s must be at least %.0f for so many values, but was %d",
              shuffle == RowShuffle.GLOBAL ? "chunks" : "the table's partitions",
              Math.ceil(values / LARGEST_ARRAY),
              chunks));
    }
  }

  /** What executors have for cached blocks. */
  private static final class StorageMemory {
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
              e ->
                  context.isLocal()
                      || e.port() != driver.port()
                      || !e.host().equals(driver.host()));
    }
  }
}
