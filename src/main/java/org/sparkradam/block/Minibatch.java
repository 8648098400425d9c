package org.sparkradam.block;

import java.io.Serializable;
import java.util.List;

/**
 * What one step reads.
 *
 * @param epoch from 0
 * @param step from 0, counted through all epochs
 * @param slices by ascending chunk, at most one a chunk
 */
public record Minibatch(long epoch, long step, List<Slice> slices) {
  public Minibatch {
    slices = List.copyOf(slices);
  }

  /** How many rows. */
  public long rows() {
    return slices.stream().mapToLong(Slice::rows).sum();
  }

  /** The chunks' numbers, ascending: the partitions that a job has to run on. */
  public int[] chunks() {
    return slices.stream().mapToInt(Slice::chunk).toArray();
  }

  /**
   * What a step reads of one chunk.
   *
   * @param chunk its number, which is its partition's
   * @param ranges of its rows in reading order, none empty, none overlapping another
   */
  public record Slice(int chunk, List<RowRange> ranges) implements Serializable {
    public Slice {
      ranges = List.copyOf(ranges);
    }

    /** How many rows, at least 1 in a minibatch. */
    public int rows() {
      return ranges.stream().mapToInt(RowRange::rows).sum();
    }
  }
}
