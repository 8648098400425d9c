package org.sparkradam.train;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.spark.Partitioner;

/** Brings the nodes of each subtree together, one subtree a partition. */
final class SubtreePartitioner extends Partitioner {
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
