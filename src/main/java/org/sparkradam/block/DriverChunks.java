package org.sparkradam.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.spark.SparkContext;

/** Blocks on the driver's heap, and the driver's threads to work on them. */
final class DriverChunks implements Chunks {
  private final SparkContext context;
  private final DriverThreads threads;
  private final DriverMemory.Share memory;
  private final List<Chunks.Summary> summaries;
  private volatile RowBlock[] blocks;

  /**
   * @param blocks by chunk
   * @param memory reserved for them, which this gives back
   */
  DriverChunks(
      SparkContext context, RowBlock[] blocks, DriverThreads threads, DriverMemory.Share memory) {
    this.context = context;
    this.blocks = blocks;
    this.threads = threads;
    this.memory = memory;
    this.summaries = Arrays.stream(blocks).map(Chunks.Summary::of).toList();
  }

  /**
   * {@inheritDoc}
   *
   * @throws CancellationException if the calling thread was interrupted, which it stays
   * @throws IllegalStateException if the Spark context was stopped
   */
  @Override
  public <R> List<R> run(int[] chunks, ChunkFunction<R> function) {
    if (context.isStopped()) {
      throw new IllegalStateException("the SparkContext was stopped while a fit was training");
    }
    RowBlock[] held = blocks;
    Object[] results = new Object[chunks.length];
    threads.run(chunks.length, i -> results[i] = function.apply(chunks[i], held[chunks[i]]));
    return typed(results);
  }

  @SuppressWarnings("unchecked")
  private static <R> List<R> typed(Object[] results) {
    List<R> list = new ArrayList<>(results.length);
    for (Object result : results) {
      list.add((R) result);
    }
    return list;
  }

  @Override
  public <S> Shared<S> share(S value, long bytes) {
    return new Shared.WithTask<>(value);
  }

  @Override
  public TrainingPlace place() {
    return TrainingPlace.DRIVER;
  }

  @Override
  public List<Chunks.Summary> summaries() {
    return summaries;
  }

  @Override
  public void close() {
    blocks = null;
    memory.close();
    threads.close();
  }
}
