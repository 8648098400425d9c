package org.sparkradam.train;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.sparkradam.block.RowBlock;
import org.sparkradam.loss.BlockLoss;
import org.sparkradam.loss.Kernel;

/** All that the tasks of a step need to know. */
record StepWork(BlockLoss loss, Kernel kernel, List<GroupWork> groups) implements Serializable {
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
