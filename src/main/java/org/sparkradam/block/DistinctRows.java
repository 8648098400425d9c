package org.sparkradam.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The different rows of some packs, each once and counted, under numbers from 0. Which of equal
 * rows stands for them makes no difference, since nothing tells them apart. Not safe among threads.
 */
final class DistinctRows {
  private final List<RowPack> packs = new ArrayList<>();

  /** Of each row its pack, its place there, hash and copies. */
  private int[] packOf = new int[64];

  private int[] placeOf = new int[64];
  private long[] hashes = new long[64];
  private long[] copies = new long[64];
  private int size;

  /** Hash table by open addressing: number of a row + 1, 0 where there is none. */
  private int[] table = new int[256];

  static DistinctRows of(Iterable<RowPack> packs) {
    DistinctRows rows = new DistinctRows();
    packs.forEach(rows::add);
    return rows;
  }

  /** How many different rows. */
  int size() {
    return size;
  }

  long hash(int row) {
    return hashes[row];
  }

  /** How many rows are equal to it, itself included. */
  long copies(int row) {
    return copies[row];
  }

  /** How many values of it are stored. */
  int stored(int row) {
    RowBlock block = block(row);
    return block instanceof SparseBlock sparse
        ? sparse.rowStarts()[placeOf[row] + 1] - sparse.rowStarts()[placeOf[row]]
        : block.features();
  }

  void copyTo(RowBuffer buffer, int row) {
    buffer.add(packs.get(packOf[row]).rows(), placeOf[row]);
  }

  /** By hash; rows that share one without being equal are told apart by their content. */
  int compare(int a, int b) {
    return hashes[a] != hashes[b]
        ? Long.compare(hashes[a], hashes[b])
        : RowContent.compare(block(a), placeOf[a], block(b), placeOf[b]);
  }

  /** Those of which there is more than one, the most frequent first. */
  int[] repeated() {
    return IntStream.range(0, size)
        .filter(row -> copies[row] > 1)
        .boxed()
        .sorted((a, b) -> Long.compare(copies[b], copies[a]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  void add(RowPack pack) {
    packs.add(pack);
    reserve(size + pack.hashes().length);
    for (int place = 0; place < pack.hashes().length; place++) {
      add(pack, place);
    }
  }

  private void add(RowPack pack, int place) {
    long hash = pack.hashes()[place];
    int mask = table.length - 1;
    int slot = (int) hash & mask;
    while (table[slot] != 0) {
      int row = table[slot] - 1;
      if (hashes[row] == hash
          && RowContent.compare(block(row), placeOf[row], pack.rows(), place) == 0) {
        copies[row] += pack.copies(place);
        return;
      }
      slot = (slot + 1) & mask;
    }
    packOf[size] = packs.size() - 1;
    placeOf[size] = place;
    hashes[size] = hash;
    copies[size] = pack.copies(place);
    table[slot] = ++size;
  }

  private RowBlock block(int row) {
    return packs.get(packOf[row]).rows();
  }

  private void reserve(int rows) {
    if (rows > hashes.length) {
      int length = RowBuffer.grown(hashes.length, rows);
      packOf = Arrays.copyOf(packOf, length);
      placeOf = Arrays.copyOf(placeOf, length);
      hashes = Arrays.copyOf(hashes, length);
      copies = Arrays.copyOf(copies, length);
    }
    // Half empty, so that a free slot is near.
    int wanted = Integer.highestOneBit(Math.max(rows, 64)) << 2;
    if (wanted > table.length) {
      table = new int[wanted];
      for (int row = 0; row < size; row++) {
        int slot = (int) hashes[row] & (wanted - 1);
        while (table[slot] != 0) {
          slot = (slot + 1) & (wanted - 1);
        }
        table[slot] = row + 1;
      }
    }
  }

  /** Compares what rows hold, label first, then weight, then features. */
  private static final class RowContent {
    private RowContent() {}

    /** An order of rows of two blocks of one layout, in which only equal rows are equal. */
    static int compare(RowBlock a, int i, RowBlock b, int j) {
      int order = Double.compare(a.label(i), b.label(j));
      if (order == 0) {
        order = Double.compare(a.weight(i), b.weight(j));
      }
      return order != 0 ? order : features(a, i, b, j);
    }

    private static int features(RowBlock a, int i, RowBlock b, int j) {
      return a instanceof DenseBlock dense
          ? dense(dense, i, (DenseBlock) b, j)
          : sparse((SparseBlock) a, i, (SparseBlock) b, j);
    }

    private static int dense(DenseBlock a, int i, DenseBlock b, int j) {
      int features = a.features();
      return Arrays.compare(
          a.values(),
          i * features,
          (i + 1) * features,
          b.values(),
          j * features,
          (j + 1) * features);
    }

    private static int sparse(SparseBlock a, int i, SparseBlock b, int j) {
      int fromA = a.rowStarts()[i];
      int toA = a.rowStarts()[i + 1];
      int fromB = b.rowStarts()[j];
      int toB = b.rowStarts()[j + 1];
      int order = Arrays.compare(a.indices(), fromA, toA, b.indices(), fromB, toB);
      return order != 0 ? order : Arrays.compare(a.values(), fromA, toA, b.values(), fromB, toB);
    }
  }
}
