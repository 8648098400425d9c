package org.sparkradam.block;

import java.io.Serializable;
import java.util.List;

/**
 * What a step reads of one chunk.
 *
 * @param chunk its number, which is its partition's
 * @param ranges of its rows in reading order, none empty, none overlapping another
 */
public record ChunkSlice(int chunk, List<RowRange> ranges) implements Serializable {
  public ChunkSlice {
    ranges = List.copyOf(ranges);
  }

  /** How many rows, at least 1 in a minibatch. */
  public int rows() {
    return ranges.stream().mapToInt(RowRange::rows).sum();
  }
}
