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
    RowPlaces places,
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
        new RowPlaces(settings.seed(), meeting),
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
}
