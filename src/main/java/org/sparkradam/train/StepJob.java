package org.sparkradam.train;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.sparkradam.block.ChunkFunction;
import org.sparkradam.block.RowBlock;
import org.sparkradam.block.Shared;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.block.TrainingPlace;
import org.sparkradam.loss.BlockLoss;
import org.sparkradam.loss.GradientSums;
import org.sparkradam.loss.WeightLayout;
import org.sparkradam.loss.kernel.Kernel;

/**
 * Runs one step, on executors as one Spark job, on the chunks that it reads, and sums what comes
 * back along the {@link OrderedTree}, of which executors evaluate subtrees where that is too much
 * for the driver.
 */
final class StepJob {
  private final ShuffledBlocks blocks;
  private final Aggregation aggregation;
  private final long maxResultBytes;

  StepJob(ShuffledBlocks blocks, Aggregation aggregation) {
    this.blocks = blocks;
    this.aggregation = aggregation;
    this.maxResultBytes = maxResultBytes(blocks.context().conf());
  }

  /** 0 stands for no limit. */
  private static long maxResultBytes(SparkConf conf) {
    long bytes = conf.getSizeAsBytes("spark.driver.maxResultSize", "1g");
    return bytes == 0 ? Long.MAX_VALUE : bytes;
  }

  /**
   * The sums of every group, in order, of all weights; null for a group whose minibatch was empty.
   *
   * @throws ResultTooLargeException if they are expected to exceed spark.driver.maxResultSize
   */
  List<GradientSums> run(Work work, int[] chunks) {
    WeightLayout layout = work.loss().layout();
    try (Shared<Work> shared = blocks.share(work, work.bytes())) {
      SortedMap<Integer, List<PartialSums>> roots =
          roots(work, chunks, onChunk(shared, layout), layout);
      return IntStream.range(0, work.groups().size())
          .mapToObj(group -> sum(roots, group, layout))
          .toList();
    }
  }

  /** What travels is made as small as it can be. */
  private ChunkFunction<List<PartialSums>> onChunk(Shared<Work> shared, WeightLayout layout) {
    return blocks.place() == TrainingPlace.DRIVER
        ? (chunk, block) -> shared.value().on(chunk, block)
        : (chunk, block) -> PartialSums.compact(shared.value().on(chunk, block), layout);
  }

  private SortedMap<Integer, List<PartialSums>> roots(
      Work work, int[] chunks, ChunkFunction<List<PartialSums>> onChunk, WeightLayout layout) {
    List<Integer> heights =
        blocks.place() == TrainingPlace.DRIVER ? List.of() : heights(work, chunks);
    return heights.isEmpty()
        ? partials(chunks, onChunk)
        : SubtreeReduction.roots(blocks.blocks(), onChunk, chunks, heights, layout);
  }

  private List<Integer> heights(Work work, int[] chunks) {
    VectorSize size = VectorSize.of(blocks, work.loss());
    return new AggregationPlan(aggregation, size, maxResultBytes).heights(work, chunks);
  }

  private SortedMap<Integer, List<PartialSums>> partials(
      int[] chunks, ChunkFunction<List<PartialSums>> onChunk) {
    List<List<PartialSums>> partials = blocks.run(chunks, onChunk);
    TreeMap<Integer, List<PartialSums>> byChunk = new TreeMap<>();
    for (int i = 0; i < chunks.length; i++) {
      byChunk.put(chunks[i], partials.get(i));
    }
    return byChunk;
  }

  private static GradientSums sum(
      SortedMap<Integer, List<PartialSums>> roots, int group, WeightLayout layout) {
    TreeMap<Integer, PartialSums> ofGroup = new TreeMap<>();
    roots.forEach(
        (root, sums) -> {
          if (sums.get(group) != null) {
            ofGroup.put(root, sums.get(group));
          }
        });
    if (ofGroup.isEmpty()) {
      return null;
    }
    return RangedTree.sum(ofGroup, layout);
  }

  /** The chunks of all groups, ascending, each once. */
  static int[] union(List<int[]> chunks) {
    return chunks.stream().flatMapToInt(Arrays::stream).distinct().sorted().toArray();
  }

  /** All that the tasks of a step need to know. */
  record Work(BlockLoss loss, Kernel kernel, List<GroupWork> groups) implements Serializable {
    long bytes() {
      return groups.stream().mapToLong(GroupWork::bytes).sum();
    }

    /** Bytes that come back where subtrees of this height are summed before. */
    long resultBytes(int height, VectorSize size) {
      return groups.stream().mapToLong(group -> group.resultBytes(height, size)).sum();
    }

    /** The sums of every group that reads of this chunk; null for one that does not. */
    List<PartialSums> on(int chunk, RowBlock block) {
      List<PartialSums> sums = new ArrayList<>();
      for (GroupWork group : groups) {
        sums.add(group.reads(chunk) ? group.sums(chunk, block, loss, kernel) : null);
      }
      return sums;
    }
  }
}
