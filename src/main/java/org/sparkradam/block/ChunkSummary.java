package org.sparkradam.block;

import java.io.Serializable;

/** What the driver keeps of a block. */
record ChunkSummary(int rows, double weightSum, long bytes) implements Serializable {
  static ChunkSummary of(RowBlock block) {
    return new ChunkSummary(block.rows(), block.weightSum(), block.bytes());
  }
}
