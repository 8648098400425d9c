package org.sparkradam.block;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import scala.Tuple2;

/**
 * What tasks do to bring every row to its chunk, each a function of the rows they get and not of
 * their order.
 *
 * <p>Equal rows are counted and travel as one. All of them meet in their home chunk, which so
 * learns their number and passes them on to the other chunks that get one; most rows have no equal
 * and travel no further.
 */
record ChunkShuffle(RowPlaces places, BlockLayout layout, int features) implements Serializable {
  /** Source rows, counted within a batch, by home chunk. */
  Iterator<Tuple2<Integer, RowPack>> toHomes(Iterator<LabeledRow> source) {
    Iterator<List<CountedRow>> batches = new RowBatches(source);
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(batches, 0), false)
        .flatMap(this::packsByHome)
        .iterator();
  }

  /** What a home chunk's equal rows have for other chunks: the row and how many there are. */
  Iterator<Tuple2<Integer, RowPack>> toOthers(Iterator<Tuple2<Integer, RowPack>> home) {
    ChunkRows all = ChunkRows.of(home);
    List<CountedRow> equal = all.rows().stream().filter(row -> row.copies() > 1).toList();
    List<CountedRow> most =
        equal.stream().sorted(Comparator.comparingLong(CountedRow::copies).reversed()).toList();
    long farthest = most.isEmpty() ? 0 : Math.min(places.chunks(), most.get(0).copies()) - 1;
    return IntStream.rangeClosed(1, (int) farthest)
        .boxed()
        .flatMap(distance -> packsFor(all.chunk(), distance, most))
        .iterator();
  }

  /** The block of one chunk, from its own rows and those passed on to it. */
  RowBlock block(
      Iterator<Tuple2<Integer, RowPack>> home,
      Iterator<Tuple2<Integer, RowPack>> guests,
      FeatureScale scale) {
    ChunkRows all = ChunkRows.of(home, guests);
    return layout.assemble(ordered(all), features, scale);
  }

  private Stream<Tuple2<Integer, RowPack>> packsByHome(List<CountedRow> batch) {
    Map<Integer, List<CountedRow>> byHome = new TreeMap<>();
    for (CountedRow row : batch) {
      byHome.computeIfAbsent(places.home(row.hash()), home -> new ArrayList<>()).add(row);
    }
    return byHome.entrySet().stream().flatMap(e -> packs(e.getKey(), e.getValue()));
  }

  private Stream<Tuple2<Integer, RowPack>> packsFor(
      int home, int distance, List<CountedRow> mostFirst) {
    int target = (int) (((long) home + distance) % places.chunks());
    return packs(target, mostFirst.stream().takeWhile(row -> row.copies() > distance).toList());
  }

  private Stream<Tuple2<Integer, RowPack>> packs(int chunk, List<CountedRow> rows) {
    return RowPack.of(rows, features).map(pack -> new Tuple2<>(chunk, pack));
  }

  private List<CountedRow> ordered(ChunkRows all) {
    List<PlacedRow> placed = new ArrayList<>();
    for (CountedRow row : all.rows()) {
      long number = places.firstIn(all.chunk(), row.hash());
      for (; number < row.copies(); number += places.chunks()) {
        placed.add(new PlacedRow(places.order(row.hash(), number), row));
      }
    }
    placed.sort(PlacedRow.ORDER);
    return placed.stream().map(PlacedRow::row).toList();
  }

  /** A row at its place among the chunk's rows. */
  private record PlacedRow(long order, CountedRow row) {
    static final Comparator<PlacedRow> ORDER =
        Comparator.comparingLong(PlacedRow::order)
            .thenComparing(PlacedRow::row, CountedRow.BY_CONTENT);
  }
}
