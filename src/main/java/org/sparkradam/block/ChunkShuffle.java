package org.sparkradam.block;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import scala.Tuple2;

/**
 * What is done to bring every row to its chunk, each step a function of the rows it gets and not of
 * their order. Who carries packs from one step to the next is not known here.
 *
 * <p>Equal rows are counted and travel as one. All of them meet in their home chunk, which so
 * learns their number and passes them on to the other chunks that get one; most rows have no equal
 * and travel no further.
 */
record ChunkShuffle(
    int chunks,
    RowShuffle kind,
    Places places,
    BlockLayout layout,
    FeaturePrecision precision,
    int features)
    implements Serializable {
  /**
   * That of a table.
   *
   * @param chunks of all
   */
  static ChunkShuffle of(
      RowStatistics rows, IngestSettings settings, int chunks, BlockLayout layout) {
    // A partition that keeps its rows is all chunks that these know of.
    int meeting = settings.shuffle() == RowShuffle.GLOBAL ? chunks : 1;
    return new ChunkShuffle(
        chunks,
        settings.shuffle(),
        new Places(settings.seed(), meeting),
        layout,
        settings.precision(),
        rows.features());
  }

  /**
   * Source rows by home chunk, scaled, and counted within a batch.
   *
   * @param partition of the source
   */
  Iterator<Tuple2<Integer, RowPack>> toHomes(
      int partition, Iterator<LabeledRow> rows, IngestScale scale) {
    return new PacksByHome(this, partition, rows, scale);
  }

  /**
   * The chunk of rows that have met.
   *
   * @param partition of the source that they come from
   * @param home among the {@link #places}
   */
  int chunk(int partition, int home) {
    return kind == RowShuffle.GLOBAL ? home : partition;
  }

  /** What the equal rows at home in a chunk have for others: each row and how many there are. */
  Iterator<Tuple2<Integer, RowPack>> toOthers(int chunk, DistinctRows home) {
    int[] mostFirst = home.repeated();
    long farthest =
        mostFirst.length == 0 ? 0 : Math.min(places.chunks(), home.copies(mostFirst[0])) - 1;
    return IntStream.rangeClosed(1, (int) farthest)
        .boxed()
        .flatMap(distance -> packsFor(chunk, distance, home, mostFirst))
        .iterator();
  }

  private Stream<Tuple2<Integer, RowPack>> packsFor(
      int chunk, int distance, DistinctRows home, int[] mostFirst) {
    int target = (int) (((long) chunk + distance) % places.chunks());
    int[] more = Arrays.stream(mostFirst).takeWhile(row -> home.copies(row) > distance).toArray();
    return RowPack.of(home, more, layout, features).stream()
        .map(pack -> new Tuple2<>(target, pack));
  }

  /**
   * The block of one chunk.
   *
   * @param all rows at home there, and those passed on to it
   */
  RowBlock block(int chunk, DistinctRows all) {
    PlacedRows placed = new PlacedRows(all);
    for (int row = 0; row < all.size(); row++) {
      long number = places.firstIn(chunk, all.hash(row));
      for (; number < all.copies(row); number += places.chunks()) {
        placed.add(places.order(all.hash(row), number), row);
      }
    }
    int[] sorted = placed.sorted();
    long stored = Arrays.stream(sorted).mapToLong(all::stored).sum();
    RowBuffer buffer = layout.buffer(features, sorted.length, stored);
    for (int row : sorted) {
      all.copyTo(buffer, row);
    }
    return precision.of(buffer.blockOfChunk());
  }

  /**
   * Where each row goes: a function of the seed and of the row's identity, which is the hash of its
   * content and its number among equal rows.
   *
   * <p>The first of equal rows goes to the chunk that the hash names, its home; the next one to the
   * chunk after, and so on in a circle, so that any number of equal rows spreads evenly and a chunk
   * knows from their number alone which of them are its own.
   */
  record Places(long seed, int chunks) implements Serializable {
    /** The chunk of the first row with this hash. */
    int home(long hash) {
      return (int) Long.remainderUnsigned(Mix.of(Mix.of(seed), hash), chunks);
    }

    /** The first number among equal rows that goes to this chunk; the next is one circle on. */
    int firstIn(int chunk, long hash) {
      return Math.floorMod(chunk - home(hash), chunks);
    }

    /** What the rows of a chunk are sorted by. */
    long order(long hash, long number) {
      return Mix.of(Mix.of(~seed, hash), number);
    }
  }

  /** The rows of a chunk at their places, a row with several copies at several. */
  private static final class PlacedRows {
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
     * The rows in their order. Numbers are sorted and not objects: the lowest bits of each order
     * make room for its place, and the few that are alike in the others are put right afterwards.
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
}
