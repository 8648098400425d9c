package org.sparkradam.train;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.rdd.PartitionPruningRDD;
import org.apache.spark.rdd.ShuffledRDD;
import org.apache.spark.serializer.JavaSerializer;
import org.sparkradam.block.ChunkFunction;
import org.sparkradam.block.RowBlock;
import org.sparkradam.block.Shipped;
import org.sparkradam.loss.WeightLayout;
import scala.Function1;
import scala.Tuple2;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * Evaluates aligned subtrees of the {@link OrderedTree} on executors, so that the driver takes only
 * their roots. A shuffle brings the partials of a subtree to one task.
 */
final class SubtreeReduction {
  private static final ClassTag<Integer> NODE = ClassTag$.MODULE$.apply(Integer.class);
  private static final ClassTag<List<PartialSums>> SUMS = ClassTag$.MODULE$.apply(List.class);

  private SubtreeReduction() {}

  /**
   * The roots of the highest subtrees by their index on that level.
   *
   * @param onChunk makes the partial of a chunk
   * @param chunks that partials are made of, ascending
   * @param heights of the subtrees that each shuffle leaves, ascending, at least one
   * @param layout of all weights
   */
  static SortedMap<Integer, List<PartialSums>> roots(
      JavaRDD<RowBlock> blocks,
      ChunkFunction<List<PartialSums>> onChunk,
      int[] chunks,
      List<Integer> heights,
      WeightLayout layout) {
    JavaPairRDD<Integer, List<PartialSums>> nodes = partials(blocks, onChunk, chunks);
    int[] indices = chunks;
    int height = 0;
    for (int above : heights) {
      SubtreePartitioner subtrees = new SubtreePartitioner(indices, above - height);
      nodes = exchanged(nodes, subtrees).mapPartitionsToPair(sums(above - height, layout), true);
      indices = subtrees.roots();
      height = above;
    }
    return collected(nodes);
  }

  /** The files of a shuffle would stay until the garbage collector finds its RDD. */
  private static SortedMap<Integer, List<PartialSums>> collected(
      JavaPairRDD<Integer, List<PartialSums>> roots) {
    try {
      SortedMap<Integer, List<PartialSums>> byIndex = new TreeMap<>();
      roots.map(root -> new Shipped<>(root)).collect().stream()
          .map(Shipped::value)
          .forEach(root -> byIndex.put(root._1(), root._2()));
      return byIndex;
    } finally {
      roots.rdd().cleanShuffleDependencies(false);
    }
  }

  private static JavaPairRDD<Integer, List<PartialSums>> partials(
      JavaRDD<RowBlock> blocks, ChunkFunction<List<PartialSums>> onChunk, int[] chunks) {
    JavaRDD<Tuple2<Integer, List<PartialSums>>> ofAll =
        blocks.mapPartitionsWithIndex(
            (chunk, block) ->
                List.of(new Tuple2<>(chunk, onChunk.apply(chunk, block.next()))).iterator(),
            true);
    Function1<Object, Object> read =
        (Function1<Object, Object> & Serializable)
            chunk -> Arrays.binarySearch(chunks, (Integer) chunk) >= 0;
    return new JavaPairRDD<>(PartitionPruningRDD.create(ofAll.rdd(), read), NODE, SUMS);
  }

  private static JavaPairRDD<Integer, List<PartialSums>> exchanged(
      JavaPairRDD<Integer, List<PartialSums>> nodes, SubtreePartitioner subtrees) {
    ShuffledRDD<Integer, List<PartialSums>, List<PartialSums>> shuffled =
        new ShuffledRDD<>(nodes.rdd(), subtrees, NODE, SUMS, SUMS);
    shuffled.setSerializer(new JavaSerializer(nodes.context().getConf()));
    return new JavaPairRDD<>(shuffled, NODE, SUMS);
  }

  /** What a task makes of the nodes of one subtree: its root. */
  private static PairFlatMapFunction<
          Iterator<Tuple2<Integer, List<PartialSums>>>, Integer, List<PartialSums>>
      sums(int levels, WeightLayout layout) {
    return nodes -> {
      TreeMap<Integer, List<PartialSums>> byIndex = new TreeMap<>();
      nodes.forEachRemaining(node -> byIndex.put(node._1(), node._2()));
      return List.of(new Tuple2<>(byIndex.firstKey() >> levels, sum(byIndex, layout))).iterator();
    };
  }

  /** Group by group; null for a group that has no part in the subtree. */
  private static List<PartialSums> sum(
      SortedMap<Integer, List<PartialSums>> nodes, WeightLayout layout) {
    List<PartialSums> sums = new ArrayList<>();
    for (int group = 0; group < nodes.get(nodes.firstKey()).size(); group++) {
      TreeMap<Integer, PartialSums> ofGroup = new TreeMap<>();
      for (Map.Entry<Integer, List<PartialSums>> node : nodes.entrySet()) {
        if (node.getValue().get(group) != null) {
          ofGroup.put(node.getKey(), node.getValue().get(group));
        }
      }
      sums.add(ofGroup.isEmpty() ? null : OrderedTree.sum(ofGroup, (a, b) -> a.plus(b, layout)));
    }
    return sums;
  }

  /** Brings the nodes of each subtree together, one subtree a partition. */
  private static final class SubtreePartitioner extends Partitioner {
    private static final long serialVersionUID = 1L;

    private final int levels;
    private final int[] roots;

    /**
     * @param nodes indices, ascending
     * @param levels from the nodes up to the subtrees' roots
     */
    SubtreePartitioner(int[] nodes, int levels) {
      this.levels = levels;
      this.roots = IntStream.of(nodes).map(node -> node >> levels).distinct().toArray();
    }

    /** Indices of the roots, on their own level. */
    int[] roots() {
      return roots.clone();
    }

    @Override
    public int numPartitions() {
      return roots.length;
    }

    @Override
    public int getPartition(Object node) {
      return Arrays.binarySearch(roots, (Integer) node >> levels);
    }
  }
}
