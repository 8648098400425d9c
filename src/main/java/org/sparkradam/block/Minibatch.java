package org.sparkradam.block;

import java.util.List;

/**
 * What one step reads.
 *
 * @param epoch from 0
 * @param step from 0, counted through all epochs
 * @param slices by ascending chunk, at most one a chunk
 */
public record Minibatch(long epoch, long step, List<ChunkSlice> slices) {
  public Minibatch {
    slices = List.copyOf(slices);
  }

  /** How many rows. */
  public long rows() {
    return slices.stream().mapToLong(ChunkSlice::rows).sum();
  }

  /** The chunks' numbers, ascending: the partitions that a job has to run on. */
  public int[] chunks() {
    return slices.stream().mapToInt(ChunkSlice::chunk).toArray();
  }
}
