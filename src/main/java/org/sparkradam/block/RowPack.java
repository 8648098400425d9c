package org.sparkradam.block;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows on their way to one chunk: few objects, large arrays.
 *
 * @param rows in the layout of the blocks, features under the table's numbers
 * @param hashes of the rows' content
 * @param copies how many rows are equal to each of them, itself included; null where all are alone
 */
record RowPack(RowBlock rows, long[] hashes, long[] copies) implements Serializable {
  /** A task's rows are packed when they have come to so much. */
  static final long BYTES = 16L << 20;

  long copies(int row) {
    return copies == null ? 1 : copies[row];
  }

  /** Packs of bounded size of some of the rows there are. */
  static List<RowPack> of(DistinctRows all, int[] some, BlockLayout layout, int features) {
    List<RowPack> packs = new ArrayList<>();
    for (int from = 0; from < some.length; ) {
      int to = from;
      long active = 0;
      do {
        active += all.stored(some[to++]);
      } while (to < some.length && 12 * active < BYTES);
      RowBuffer buffer = layout.buffer(features, to - from, active);
      for (int i = from; i < to; i++) {
        all.copyTo(buffer, some[i]);
      }
      packs.add(pack(all, some, from, to, buffer.block()));
      from = to;
    }
    return packs;
  }

  private static RowPack pack(DistinctRows all, int[] some, int from, int to, RowBlock rows) {
    long[] hashes = new long[to - from];
    long[] copies = new long[to - from];
    boolean alone = true;
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = all.hash(some[from + i]);
      copies[i] = all.copies(some[from + i]);
      alone &= copies[i] == 1;
    }
    return new RowPack(rows, hashes, alone ? null : copies);
  }
}
