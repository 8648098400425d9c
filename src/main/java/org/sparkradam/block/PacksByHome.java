package org.sparkradam.block;

import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import scala.Tuple2;

/**
 * A task's source rows as packs, batch by batch: enough rows that a pack is worth its overhead, and
 * little enough that no partition is too large for an executor.
 */
final class PacksByHome implements Iterator<Tuple2<Integer, RowPack>> {
  /** A pack of the average chunk should have so much, up to four times the usual batch. */
  private static final long BYTES_A_CHUNK = 16L << 10;

  private final ChunkShuffle shuffle;
  private final int partition;
  private final Iterator<LabeledRow> source;
  private final IngestScale scale;
  private final long batchBytes;
  private final RowBuffer rows;
  private Iterator<Tuple2<Integer, RowPack>> batch = Collections.emptyIterator();

  PacksByHome(ChunkShuffle shuffle, int partition, Iterator<LabeledRow> source, IngestScale scale) {
    this.shuffle = shuffle;
    this.partition = partition;
    this.source = source;
    this.scale = scale;
    long wanted = BYTES_A_CHUNK * shuffle.places().chunks();
    this.batchBytes = Math.max(RowPack.BYTES, Math.min(4 * RowPack.BYTES, wanted));
    this.rows = shuffle.layout().buffer(shuffle.features(), 64, 1024);
  }

  @Override
  public boolean hasNext() {
    while (!batch.hasNext() && source.hasNext()) {
      batch = next(new LongArray());
    }
    return batch.hasNext();
  }

  @Override
  public Tuple2<Integer, RowPack> next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no rows are left");
    }
    return batch.next();
  }

  private Iterator<Tuple2<Integer, RowPack>> next(LongArray hashes) {
    rows.clear();
    while (rows.bytes() < batchBytes && source.hasNext()) {
      LabeledRow row = source.next();
      hashes.add(ContentHash.of(row.label(), row.weight(), row.features()));
      rows.add(row, scale);
    }
    DistinctRows distinct = new DistinctRows();
    distinct.add(new RowPack(rows.lent(), hashes.toArray(), null));
    return byHome(distinct);
  }

  /** The chunks one after the other, each packed when it is asked for. */
  private Iterator<Tuple2<Integer, RowPack>> byHome(DistinctRows rows) {
    int chunks = shuffle.places().chunks();
    int[] homes = new int[rows.size()];
    int[] ends = new int[chunks + 1];
    for (int row = 0; row < homes.length; row++) {
      homes[row] = shuffle.places().home(rows.hash(row));
      ends[homes[row] + 1]++;
    }
    for (int chunk = 0; chunk < chunks; chunk++) {
      ends[chunk + 1] += ends[chunk];
    }
    int[] starts = ends.clone();
    int[] sorted = new int[homes.length];
    for (int row = 0; row < homes.length; row++) {
      sorted[starts[homes[row]]++] = row;
    }
    return IntStream.range(0, chunks)
        .boxed()
        .flatMap(
            chunk ->
                packs(rows, Arrays.copyOfRange(sorted, ends[chunk], ends[chunk + 1])).stream()
                    .map(pack -> new Tuple2<>(shuffle.chunk(partition, chunk), pack)))
        .iterator();
  }

  private List<RowPack> packs(DistinctRows rows, int[] some) {
    return RowPack.of(rows, some, shuffle.layout(), shuffle.features());
  }

  /** Numbers that come one by one. */
  private static final class LongArray {
    private long[] values = new long[1024];
    private int length;

    void add(long value) {
      if (length == values.length) {
        values = Arrays.copyOf(values, 2 * length);
      }
      values[length++] = value;
    }

    long[] toArray() {
      return Arrays.copyOf(values, length);
    }
  }
}
