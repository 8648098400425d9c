package org.sparkradam.block;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Which rows every step reads: arithmetic on seed and step, so that a retried or resumed step reads
 * the same rows.
 *
 * <p>An epoch visits every row exactly once. Each of its minibatches has exactly {@code batchSize}
 * rows, but the last, which has the rest. The chunks are permuted for each epoch and read in groups
 * of at most {@code chunksPerStep}, the chunks of a group side by side, each in a circle from a
 * start drawn for the epoch. A batch size of all rows or more reads all of them, in chunk order,
 * each step.
 *
 * <p>Thread-safe: the order of the epoch last asked for is kept, and is a function of the epoch.
 */
public final class MinibatchPlan {
  /**
   * Active values a task should have to work on: a core takes most of a millisecond for them, as
   * Spark does for one task more.
   */
  private static final double VALUES_PER_TASK = 524_288;

  private final long seed;
  private final int[] chunkRows;
  private final int[] filled;
  private final long rows;
  private final long batchSize;
  private final int chunksPerStep;
  private volatile EpochOrder lastOrder;

  /**
   * @param seed of the order; another seed reads the same rows in another order
   * @param chunkRows rows of each chunk, some maybe 0
   * @param batchSize rows of a minibatch, at least 1
   * @param chunksPerStep chunks that are read side by side, at least 1; a step that falls between
   *     two groups reads of both
   * @throws IllegalArgumentException if there are no rows or a number is out of range
   */
  public MinibatchPlan(long seed, int[] chunkRows, long batchSize, int chunksPerStep) {
    this.seed = seed;
    this.chunkRows = chunkRows.clone();
    this.filled = IntStream.range(0, chunkRows.length).filter(c -> chunkRows[c] > 0).toArray();
    this.rows = IntStream.of(chunkRows).asLongStream().sum();
    this.batchSize = requirePositive("batchSize", batchSize);
    this.chunksPerStep = (int) requirePositive("chunksPerStep", chunksPerStep);
    requirePositive("the number of rows", rows);
  }

  /**
   * How many chunks a step should read side by side: as many as its work is worth, at least 2 so
   * that a minibatch mixes chunks, at most all. Does not depend on the number of cores.
   *
   * @param batchSize rows of a minibatch
   * @param valuesPerRow stored values of a row: all features if dense, the active ones if sparse
   * @param chunks how many there are
   */
  public static int defaultChunksPerStep(long batchSize, double valuesPerRow, int chunks) {
    double wanted = Math.ceil(batchSize * valuesPerRow / VALUES_PER_TASK);
    return (int) Math.min(Math.max(wanted, 2), chunks);
  }

  /** Steps in which every row is visited once, at least 1. */
  public long stepsPerEpoch() {
    return (rows - 1) / batchSize + 1;
  }

  /**
   * What a step reads; costs well under a microsecond a chunk of its groups, and as much for every
   * chunk when an epoch is first asked for.
   *
   * @param step from 0, counted through all epochs
   * @throws IllegalArgumentException if the step is negative
   */
  public Minibatch at(long step) {
    if (step < 0) {
      throw new IllegalArgumentException("step must be at least 0, but was " + step);
    }
    long epoch = step / stepsPerEpoch();
    return new Minibatch(epoch, step, batchSize >= rows ? everything() : slices(epoch, step));
  }

  private List<Minibatch.Slice> slices(long epoch, long step) {
    long from = (step - epoch * stepsPerEpoch()) * batchSize;
    return order(epoch).read(from, Math.min(from + batchSize, rows));
  }

  private List<Minibatch.Slice> everything() {
    return IntStream.of(filled)
        .mapToObj(c -> new Minibatch.Slice(c, List.of(new RowRange(0, chunkRows[c]))))
        .toList();
  }

  private EpochOrder order(long epoch) {
    EpochOrder order = lastOrder;
    if (order == null || order.epoch() != epoch) {
      order = new EpochOrder(seed, epoch, filled, chunkRows, chunksPerStep);
      lastOrder = order;
    }
    return order;
  }

  private static long requirePositive(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, but was " + value);
    }
    return value;
  }
}
