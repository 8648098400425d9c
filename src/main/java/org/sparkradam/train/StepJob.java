package org.sparkradam.train;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.sparkradam.block.RowBlock;
import org.sparkradam.loss.GradientSums;

/**
 * Runs one step as one Spark job on the chunks that it reads, and sums what comes back along the
 * {@link OrderedTree}.
 */
final class StepJob {
  /** Weights up to here travel in the task itself; Spark warns of tasks above 1000 KiB. */
  private static final long IN_TASK = 512 * 1024;

  private final JavaRDD<RowBlock> blocks;

  StepJob(JavaRDD<RowBlock> blocks) {
    this.blocks = blocks;
  }

  /** The sums of every group, in order; null for a group whose minibatch was empty. */
  List<GradientSums> run(StepWork work, int[] chunks) {
    if (work.bytes() <= IN_TASK) {
      return run((TaskInput & Supplier<StepWork>) () -> work, work.groups().size(), chunks);
    }
    Broadcast<StepWork> shipped =
        JavaSparkContext.fromSparkContext(blocks.context()).broadcast(work);
    try {
      return run((TaskInput & Supplier<StepWork>) shipped::value, work.groups().size(), chunks);
    } finally {
      shipped.destroy();
    }
  }

  /** Makes a supplier one that travels. */
  private interface TaskInput extends java.io.Serializable {}

  private <S extends Supplier<StepWork> & TaskInput> List<GradientSums> run(
      S work, int groups, int[] chunks) {
    List<List<CompactSums>>[] partials =
        blocks
            .mapPartitionsWithIndex(
                (chunk, block) -> List.of(onPartition(work.get(), chunk, block)).iterator(), true)
            .collectPartitions(chunks);
    return IntStream.range(0, groups).mapToObj(group -> sum(partials, chunks, group)).toList();
  }

  private static List<CompactSums> onPartition(StepWork work, int chunk, Iterator<RowBlock> block) {
    return work.on(chunk, block.next());
  }

  private static GradientSums sum(List<List<CompactSums>>[] partials, int[] chunks, int group) {
    TreeMap<Integer, GradientSums> byChunk = new TreeMap<>();
    for (int i = 0; i < chunks.length; i++) {
      CompactSums partial = partials[i].get(0).get(group);
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
