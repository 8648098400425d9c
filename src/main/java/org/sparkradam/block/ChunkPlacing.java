package org.sparkradam.block;

import java.util.Locale;
import java.util.Optional;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides where the blocks of a table go, from what is known before they are built. */
final class ChunkPlacing {
  private static final Logger LOG = LoggerFactory.getLogger(ChunkPlacing.class);

  private ChunkPlacing() {}

  /**
   * Builds the blocks at their place.
   *
   * @throws IllegalArgumentException if they are to lie on a driver that has no room for them
   */
  static Chunks of(
      JavaRDD<LabeledRow> source,
      ChunkShuffle shuffle,
      IngestSettings settings,
      IngestEstimate estimate) {
    if (settings.place() == TrainingPlace.EXECUTORS) {
      return onExecutors(source, shuffle, settings, estimate);
    }
    Optional<DriverMemory.Share> memory = DriverMemory.reserve(estimate.driverBytes());
    if (memory.isPresent()) {
      return onDriver(source, shuffle, settings, memory.get());
    }
    if (settings.place() == TrainingPlace.DRIVER) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "trainOn must be auto or executors, or spark.driver.memory larger: the blocks need"
                  + " %,d MB of the driver's heap, of which %,d MB are free for them",
              (estimate.driverBytes() >> 20) + 1,
              DriverMemory.free() >> 20));
    }
    return onExecutors(source, shuffle, settings, estimate);
  }

  private static Chunks onExecutors(
      JavaRDD<LabeledRow> source,
      ChunkShuffle shuffle,
      IngestSettings settings,
      IngestEstimate estimate) {
    if (estimate.shareOnDisk() > 0) {
      LOG.warn("{}", estimate.summary());
    } else {
      LOG.info("{}", estimate.summary());
    }
    return ExecutorChunks.of(source, shuffle, settings.scale());
  }

  private static Chunks onDriver(
      JavaRDD<LabeledRow> source,
      ChunkShuffle shuffle,
      IngestSettings settings,
      DriverMemory.Share memory) {
    SparkContext context = source.context();
    DriverThreads threads = DriverThreads.of(context);
    try {
      RowBlock[] blocks =
          withinJvm(source, shuffle, settings.scale(), threads)
              .orElseGet(() -> fetched(source, shuffle, settings.scale()));
      return new DriverChunks(context, blocks, threads, memory);
    } catch (Throwable e) { // Scala throws checked exceptions, undeclared
      threads.close();
      memory.close();
      throw e;
    }
  }

  private static Optional<RowBlock[]> withinJvm(
      JavaRDD<LabeledRow> source, ChunkShuffle shuffle, IngestScale scale, DriverThreads threads) {
    return source.context().isLocal()
        ? new LocalExchange(shuffle, threads).blocks(source, scale)
        : Optional.empty();
  }

  /** Shuffled where the rows are, then brought over one by one. */
  private static RowBlock[] fetched(
      JavaRDD<LabeledRow> source, ChunkShuffle shuffle, IngestScale scale) {
    try (ExecutorChunks chunks = ExecutorChunks.of(source, shuffle, scale)) {
      return chunks.fetched();
    }
  }
}
