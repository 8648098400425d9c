package org.sparkradam.block;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The rows of a chunk at their places, a row with several copies at several. */
final class PlacedRows {
  private final DistinctRows rows;
  private long[] orders;
  private int[] which;
  private int size;

  PlacedRows(DistinctRows rows) {
    this.rows = rows;
    this.orders = new long[rows.size()];
    this.which = new int[rows.size()];
  }

  /**
   * @param order of all places of the chunk
   * @param row that stands there
   */
  void add(long order, int row) {
    if (size == orders.length) {
      orders = Arrays.copyOf(orders, RowBuffer.grown(size, size + 1L));
      which = Arrays.copyOf(which, orders.length);
    }
    orders[size] = order;
    which[size++] = row;
  }

  /**
   * The rows in their order. Numbers are sorted and not objects: the lowest bits of each order make
   * room for its place, and the few that are alike in the others are put right afterwards.
   */
  int[] sorted() {
    long places = size < 2 ? 0 : Long.highestOneBit(size - 1L) * 2 - 1;
    long[] keys = new long[size];
    for (int place = 0; place < size; place++) {
      keys[place] = (orders[place] & ~places) | place;
    }
    Arrays.sort(keys);
    int[] sorted = new int[size];
    for (int from = 0; from < size; ) {
      int to = from + 1;
      while (to < size && (keys[to] & ~places) == (keys[from] & ~places)) {
        to++;
      }
      put(keys, from, to, places, sorted);
      from = to;
    }
    return sorted;
  }

  private void put(long[] keys, int from, int to, long places, int[] sorted) {
    if (to - from == 1) {
      sorted[from] = which[(int) (keys[from] & places)];
      return;
    }
    int[] alike =
        IntStream.range(from, to)
            .map(i -> (int) (keys[i] & places))
            .boxed()
            .sorted(this::compare)
            .mapToInt(place -> which[place])
            .toArray();
    System.arraycopy(alike, 0, sorted, from, alike.length);
  }

  private int compare(int a, int b) {
    return orders[a] != orders[b]
        ? Long.compare(orders[a], orders[b])
        : rows.compare(which[a], which[b]);
  }
}
