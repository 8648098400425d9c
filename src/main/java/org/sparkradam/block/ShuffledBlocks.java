package org.sparkradam.block;

import java.util.List;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * A table's rows as cached blocks, shuffled by a seed: what the driver holds of them.
 *
 * <p>Which rows share a block, and their order in it, follows from seed, number of chunks and the
 * rows' content alone, not from the source's partitions (but with {@link RowShuffle#PARTITION}) or
 * order, nor from cores, executors or retried tasks. Thread-safe; {@link #close} releases the
 * cache.
 */
public final class ShuffledBlocks implements AutoCloseable {
  private final SparkContext context;
  private final Chunks chunks;
  private final RowStatistics statistics;
  private final IngestEstimate estimate;

  private ShuffledBlocks(
      SparkContext context, Chunks chunks, RowStatistics statistics, IngestEstimate estimate) {
    this.context = context;
    this.chunks = chunks;
    this.statistics = statistics;
    this.estimate = estimate;
  }

  /**
   * Shuffles rows into blocks. Reads the source twice and caches nothing of it.
   *
   * @throws IllegalArgumentException if there are no rows, if they differ in their number of
   *     features, if the scale has another, if the chunks are too few to hold the rows, or if they
   *     are to lie on a driver that has no room for them
   */
  public static ShuffledBlocks ingest(JavaRDD<LabeledRow> source, IngestSettings settings) {
    return ingest(source, RowStatistics.of(source), settings);
  }

  /**
   * Shuffles rows into blocks that are known already. Reads the source once.
   *
   * @param statistics of the source's rows
   * @param asked what is asked for
   * @throws IllegalArgumentException as {@link #ingest(JavaRDD, IngestSettings)}
   */
  public static ShuffledBlocks ingest(
      JavaRDD<LabeledRow> source, RowStatistics statistics, IngestSettings asked) {
    IngestSettings settings = asked.forSource(source.getNumPartitions());
    statistics.requireUsable();
    settings.scale().requireFor(statistics.features());
    SparkContext context = source.context();
    IngestEstimate estimate =
        IngestEstimate.of(statistics, settings, JavaSparkContext.fromSparkContext(context));
    ChunkShuffle shuffle =
        ChunkShuffle.of(statistics, settings, estimate.chunks(), estimate.layout());
    Chunks chunks = ChunkPlacing.of(source, shuffle, settings, estimate);
    return new ShuffledBlocks(context, chunks, statistics, estimate);
  }

  /**
   * One block a partition, partition = chunk, cached. Not usable after {@link #close}.
   *
   * @throws IllegalStateException if the blocks are not on executors
   */
  public JavaRDD<RowBlock> blocks() {
    if (chunks instanceof ExecutorChunks onExecutors) {
      return onExecutors.blocks();
    }
    throw new IllegalStateException("the blocks are on the driver");
  }

  /** Where the blocks are, and functions are run; never {@link TrainingPlace#AUTO}. */
  public TrainingPlace place() {
    return chunks.place();
  }

  /** Of the table that they were made of. */
  public SparkContext context() {
    return context;
  }

  /**
   * Runs a function on some of the chunks, as one Spark job of a task a chunk or on the driver's
   * threads. It costs what the chunks cost, whatever else there is; those that an executor took
   * with it are built again.
   *
   * @param numbers of chunks
   * @return what the function made of them, in the same order
   */
  public <R> List<R> run(int[] numbers, ChunkFunction<R> function) {
    return chunks.run(numbers, function);
  }

  /**
   * Makes a value known to functions that are run; the caller closes it.
   *
   * @param value that Java can serialise
   * @param bytes that it takes
   */
  public <S> Shared<S> share(S value, long bytes) {
    return chunks.share(value, bytes);
  }

  /** Rows of each chunk, by its number; some may be 0. */
  public int[] chunkRows() {
    return chunks.summaries().stream().mapToInt(Chunks.Summary::rows).toArray();
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
    return chunks.summaries().stream()
        .mapToDouble(Chunks.Summary::weightSum)
        .reduce(0, Double::sum);
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
    return chunks.summaries().stream().mapToLong(Chunks.Summary::bytes).sum();
  }

  /** What was expected before the blocks were built. */
  public IngestEstimate estimate() {
    return estimate;
  }

  /** Releases the blocks; may be called more than once. */
  @Override
  public void close() {
    chunks.close();
  }
}
