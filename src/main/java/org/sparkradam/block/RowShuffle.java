package org.sparkradam.block;

/** Which rows share a chunk. */
public enum RowShuffle {
  /** Whoever the seed says, wherever they come from: any chunk is a sample of the table. */
  GLOBAL,

  /**
   * Those of a partition of the source, one chunk each, permuted within it: nothing is exchanged.
   * For tables whose partitions are alike already; else minibatches are not like the table.
   */
  PARTITION
}
