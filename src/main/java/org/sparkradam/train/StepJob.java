package org.sparkradam.train;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.loss.GradientSums;

/**
 * Runs one step as one Spark job on the chunks that it reads, and sums what comes back along the
 * {@link OrderedTree}.
 */
final class StepJob {
  /** Weights up to here travel in the task itself; Spark warns of tasks above 1000 KiB. */
  private static final long IN_TASK = 512 * 1024;

  private final ShuffledBlocks blocks;

  StepJob(ShuffledBlocks blocks) {
    this.blocks = blocks;
  }

  /** The sums of every group, in order; null for a group whose minibatch was empty. */
  List<GradientSums> run(StepWork work, int[] chunks) {
    if (work.bytes() <= IN_TASK) {
      return sums(work, chunks, blocks.run(chunks, work::on));
    }
    Broadcast<StepWork> shipped =
        JavaSparkContext.fromSparkContext(blocks.blocks().context()).broadcast(work);
    try {
      return sums(
          work, chunks, blocks.run(chunks, (chunk, block) -> shipped.value().on(chunk, block)));
    } finally {
      shipped.destroy();
    }
  }

  private static List<GradientSums> sums(
      StepWork work, int[] chunks, List<List<CompactSums>> partials) {
    return IntStream.range(0, work.groups().size())
        .mapToObj(group -> sum(partials, chunks, group))
        .toList();
  }

  private static GradientSums sum(List<List<CompactSums>> partials, int[] chunks, int group) {
    TreeMap<Integer, GradientSums> byChunk = new TreeMap<>();
    for (int i = 0; i < chunks.length; i++) {
      CompactSums partial = partials.get(i).get(group);
      if (partial != null) {
        byChunk.put(chunks[i], partial.expanded());
      }
    }
    return byChunk.isEmpty() ? null : OrderedTree.sum(byChunk, GradientSums::merge);
  }

  /** The chunks of all groups, ascending, each once. */
  static int[] union(List<int[]> chunks) {
    return chunks.stream().flatMapToInt(Arrays::stream).distinct().sorted().toArray();
  }
}
