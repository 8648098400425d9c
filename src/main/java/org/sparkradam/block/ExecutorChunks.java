package org.sparkradam.block;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;

/** Blocks in Spark's cache, in memory and on disk, one a partition. */
final class ExecutorChunks implements Chunks {
  /** Up to here a value travels in the task itself; Spark warns of tasks above 1000 KiB. */
  private static final long IN_TASK = 512 * 1024;

  private final JavaRDD<RowBlock> blocks;
  private final Broadcast<Shipped<IngestScale>> scale;
  private final ChunkJob job;
  private final List<Chunks.Summary> summaries;
  private final AtomicBoolean closed = new AtomicBoolean();

  private ExecutorChunks(JavaRDD<RowBlock> blocks, Broadcast<Shipped<IngestScale>> scale) {
    this.blocks = blocks;
    this.scale = scale;
    this.job = new ChunkJob(blocks.rdd());
    this.summaries = cached();
  }

  /** Shuffles rows into blocks and caches these. */
  static ExecutorChunks of(JavaRDD<LabeledRow> source, ChunkShuffle shuffle, IngestScale factors) {
    // A lost block is built again from its lineage, which must not carry a factor a feature.
    Broadcast<Shipped<IngestScale>> scale =
        JavaSparkContext.fromSparkContext(source.context()).broadcast(new Shipped<>(factors));
    JavaRDD<RowBlock> blocks = Ingest.blocks(source, shuffle, scale);
    return new ExecutorChunks(blocks.setName("training blocks"), scale);
  }

  private List<Chunks.Summary> cached() {
    blocks.persist(StorageLevel.MEMORY_AND_DISK());
    try {
      return blocks.map(block -> new Shipped<>(Chunks.Summary.of(block))).collect().stream()
          .map(Shipped::value)
          .toList();
    } catch (Throwable e) { // Scala throws checked exceptions, undeclared
      close();
      throw e;
    }
  }

  JavaRDD<RowBlock> blocks() {
    return blocks;
  }

  @Override
  public <R> List<R> run(int[] chunks, ChunkFunction<R> function) {
    return job.run(chunks, function);
  }

  @Override
  public <S> Shared<S> share(S value, long bytes) {
    return bytes <= IN_TASK
        ? new Shared.WithTask<>(value)
        : new Shared.ByBroadcast<>(
            JavaSparkContext.fromSparkContext(blocks.context()).broadcast(new Shipped<>(value)));
  }

  @Override
  public TrainingPlace place() {
    return TrainingPlace.EXECUTORS;
  }

  @Override
  public List<Chunks.Summary> summaries() {
    return summaries;
  }

  /** The blocks, each read from wherever it is when it is asked for. */
  RowBlock[] fetched() {
    RowBlock[] fetched = new RowBlock[summaries.size()];
    for (int chunk = 0; chunk < fetched.length; chunk++) {
      fetched[chunk] = job.fetch(chunk);
    }
    return fetched;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      blocks.unpersist(false);
      scale.destroy();
      job.close();
    }
  }
}
