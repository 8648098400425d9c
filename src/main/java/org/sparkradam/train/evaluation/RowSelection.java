package org.sparkradam.train.evaluation;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sparkradam.block.RowRange;

/**
 * Which rows of which chunks are looked at. Since rows were shuffled at ingest, the first ones of
 * the first chunks are as good a sample as any.
 *
 * @param ranges by chunk, none empty
 */
record RowSelection(SortedMap<Integer, RowRange> ranges) implements Serializable {
  RowSelection {
    ranges = Collections.unmodifiableSortedMap(new TreeMap<>(ranges));
  }

  /** The first rows of as few chunks as have them, at most {@code rows}. */
  static RowSelection first(long rows, int[] chunkRows) {
    SortedMap<Integer, RowRange> ranges = new TreeMap<>();
    long left = rows;
    for (int chunk = 0; chunk < chunkRows.length && left > 0; chunk++) {
      int taken = (int) Math.min(left, chunkRows[chunk]);
      if (taken > 0) {
        ranges.put(chunk, new RowRange(0, taken));
      }
      left -= taken;
    }
    return new RowSelection(ranges);
  }

  RowRange of(int chunk) {
    return ranges.get(chunk);
  }

  /** The chunks' numbers, ascending. */
  int[] chunks() {
    return ranges.keySet().stream().mapToInt(Integer::intValue).toArray();
  }

  long rows() {
    return ranges.values().stream().mapToLong(RowRange::rows).sum();
  }
}
