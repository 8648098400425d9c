package org.sparkradam.block;

import java.io.Serializable;

/**
 * Neighbouring rows of a block.
 *
 * @param from the first, from 0
 * @param to the row after the last
 */
public record RowRange(int from, int to) implements Serializable {
  public RowRange {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("no range of rows: from " + from + " to " + to);
    }
  }

  /** How many rows. */
  public int rows() {
    return to - from;
  }
}
