package org.sparkradam.block;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A table's rows as cached blocks, shuffled by a seed: what the driver holds of them.
 *
 * <p>Which rows share a block, and their order in it, follows from seed, number of chunks and the
 * rows' content alone, not from the source's partitions or order, nor from cores, executors or
 * retried tasks. Thread-safe; {@link #close} releases the cache.
 */
public final class ShuffledBlocks implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ShuffledBlocks.class);

  private final JavaRDD<RowBlock> blocks;
  private final ChunkJob job;
  private final Broadcast<FeatureScale> scale;
  private final RowStatistics statistics;
  private final IngestEstimate estimate;
  private final List<ChunkSummary> chunks;
  private final AtomicBoolean closed = new AtomicBoolean();

  private ShuffledBlocks(
      JavaRDD<RowBlock> blocks,
      Broadcast<FeatureScale> scale,
      RowStatistics statistics,
      IngestEstimate estimate) {
    this.blocks = blocks;
    this.job = new ChunkJob(blocks.rdd());
    this.scale = scale;
    this.statistics = statistics;
    this.estimate = estimate;
    this.chunks = cached(blocks, scale);
  }

  /**
   * Shuffles rows into blocks and caches these, in memory and on disk. Reads the source twice and
   * caches nothing of it.
   *
   * @throws IllegalArgumentException if there are no rows, if they differ in their number of
   *     features, if the scale has another, or if the chunks are too few to hold the rows
   */
  public static ShuffledBlocks ingest(JavaRDD<LabeledRow> source, IngestSettings settings) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(source.context());
    RowStatistics statistics = RowStatistics.of(source);
    settings.scale().requireFor(statistics.features());
    IngestEstimate estimate = IngestEstimate.of(statistics, settings, context);
    log(estimate);
    RowPlaces places = new RowPlaces(settings.seed(), estimate.chunks());
    ChunkShuffle shuffle = new ChunkShuffle(places, estimate.layout(), statistics.features());
    // A lost block is built again from its lineage, which must not carry a factor a feature.
    Broadcast<FeatureScale> scale = context.broadcast(settings.scale());
    JavaRDD<RowBlock> blocks = Ingest.blocks(source, shuffle, scale);
    return new ShuffledBlocks(blocks.setName("training blocks"), scale, statistics, estimate);
  }

  /** One block a partition, partition = chunk, cached. Not usable after {@link #close}. */
  public JavaRDD<RowBlock> blocks() {
    return blocks;
  }

  /**
   * Runs a function on some of the chunks, as one Spark job of a task a chunk. A job costs what its
   * chunks cost, whatever else there is; those that an executor took with it are built again.
   *
   * @param chunks numbers of chunks
   * @return what the function made of them, in the same order
   */
  public <R> List<R> run(int[] chunks, ChunkFunction<R> function) {
    return job.run(chunks, function);
  }

  /** Rows of each chunk, by its number; some may be 0. */
  public int[] chunkRows() {
    return chunks.stream().mapToInt(ChunkSummary::rows).toArray();
  }

  /** How many features every row has. */
  public int features() {
    return statistics.features();
  }

  /** How many rows, at least 1. */
  public long rows() {
    return statistics.rows();
  }

  /** The sum of all weights, added chunk by chunk. */
  public double weightSum() {
    return chunks.stream().mapToDouble(ChunkSummary::weightSum).reduce(0, Double::sum);
  }

  /** How the blocks store their rows. */
  public BlockLayout layout() {
    return estimate.layout();
  }

  /** Stored values of an average row: all features if dense, the active ones if sparse. */
  public double valuesPerRow() {
    return layout().valuesPerRow(statistics);
  }

  /**
   * 16 hexadecimal digits of the rows as the source gave them, whatever their order, seed, chunks
   * and scale.
   */
  public String fingerprint() {
    return statistics.fingerprint();
  }

  /** Bytes of all blocks in memory. */
  public long bytes() {
    return chunks.stream().mapToLong(ChunkSummary::bytes).sum();
  }

  /** What was expected before the blocks were built. */
  public IngestEstimate estimate() {
    return estimate;
  }

  /** Releases the cache; may be called more than once. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      release(blocks, scale);
      job.close();
    }
  }

  private static List<ChunkSummary> cached(
      JavaRDD<RowBlock> blocks, Broadcast<FeatureScale> scale) {
    blocks.persist(StorageLevel.MEMORY_AND_DISK());
    try {
      return blocks.map(block -> new Shipped<>(ChunkSummary.of(block))).collect().stream()
          .map(Shipped::value)
          .toList();
    } catch (Throwable e) { // Scala throws checked exceptions, undeclared
      release(blocks, scale);
      throw e;
    }
  }

  private static void release(JavaRDD<RowBlock> blocks, Broadcast<FeatureScale> scale) {
    blocks.unpersist(false);
    scale.destroy();
  }

  private static void log(IngestEstimate estimate) {
    if (estimate.shareOnDisk() > 0) {
      LOG.warn("{}", estimate.summary());
    } else {
      LOG.info("{}", estimate.summary());
    }
  }
}
