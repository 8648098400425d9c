package org.sparkradam.train;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.sparkradam.block.ChunkFunction;
import org.sparkradam.block.Shipped;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.loss.GradientSums;

/**
 * Runs one step as one Spark job on the chunks that it reads, and sums what comes back along the
 * {@link OrderedTree}, of which executors evaluate subtrees where that is too much for the driver.
 */
final class StepJob {
  /** Weights up to here travel in the task itself; Spark warns of tasks above 1000 KiB. */
  private static final long IN_TASK = 512 * 1024;

  private final ShuffledBlocks blocks;
  private final Aggregation aggregation;
  private final long maxResultBytes;

  StepJob(ShuffledBlocks blocks, Aggregation aggregation) {
    this.blocks = blocks;
    this.aggregation = aggregation;
    this.maxResultBytes = maxResultBytes(blocks.blocks().context().conf());
  }

  StepJob(ShuffledBlocks blocks) {
    this(blocks, Aggregation.automatic());
  }

  /** 0 stands for no limit. */
  private static long maxResultBytes(SparkConf conf) {
    long bytes = conf.getSizeAsBytes("spark.driver.maxResultSize", "1g");
    return bytes == 0 ? Long.MAX_VALUE : bytes;
  }

  /**
   * The sums of every group, in order; null for a group whose minibatch was empty.
   *
   * @throws ResultTooLargeException if they are expected to exceed spark.driver.maxResultSize
   */
  List<GradientSums> run(StepWork work, int[] chunks) {
    if (work.bytes() <= IN_TASK) {
      return run(work, chunks, work::on);
    }
    Broadcast<Shipped<StepWork>> shipped =
        JavaSparkContext.fromSparkContext(blocks.blocks().context()).broadcast(new Shipped<>(work));
    try {
      return run(work, chunks, (chunk, block) -> shipped.value().value().on(chunk, block));
    } finally {
      shipped.destroy();
    }
  }

  private List<GradientSums> run(
      StepWork work, int[] chunks, ChunkFunction<List<CompactSums>> onChunk) {
    VectorSize size = VectorSize.of(blocks, work.loss());
    List<Integer> heights =
        new AggregationPlan(aggregation, size, maxResultBytes).heights(work, chunks);
    SortedMap<Integer, List<CompactSums>> roots =
        heights.isEmpty()
            ? partials(chunks, onChunk)
            : SubtreeReduction.roots(blocks.blocks(), onChunk, chunks, heights);
    return IntStream.range(0, work.groups().size()).mapToObj(group -> sum(roots, group)).toList();
  }

  private SortedMap<Integer, List<CompactSums>> partials(
      int[] chunks, ChunkFunction<List<CompactSums>> onChunk) {
    List<List<CompactSums>> partials = blocks.run(chunks, onChunk);
    TreeMap<Integer, List<CompactSums>> byChunk = new TreeMap<>();
    for (int i = 0; i < chunks.length; i++) {
      byChunk.put(chunks[i], partials.get(i));
    }
    return byChunk;
  }

  private static GradientSums sum(SortedMap<Integer, List<CompactSums>> roots, int group) {
    TreeMap<Integer, GradientSums> ofGroup = new TreeMap<>();
    roots.forEach(
        (root, sums) -> {
          if (sums.get(group) != null) {
            ofGroup.put(root, sums.get(group).expanded());
          }
        });
    return ofGroup.isEmpty() ? null : OrderedTree.sum(ofGroup, GradientSums::merge);
  }

  /** The chunks of all groups, ascending, each once. */
  static int[] union(List<int[]> chunks) {
    return chunks.stream().flatMapToInt(Arrays::stream).distinct().sorted().toArray();
  }
}
