package org.sparkradam.block;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import scala.Tuple2;

/**
 * The different rows that a shuffle brought to a chunk, counted, whatever packs they came in.
 *
 * @param chunk its number, as the packs say: a task cannot be asked, since it may be computing
 *     several chunks for someone's {@code coalesce}; -1 where nothing came
 */
record ChunkRows(int chunk, List<CountedRow> rows) {
  @SafeVarargs
  static ChunkRows of(Iterator<Tuple2<Integer, RowPack>>... sources) {
    int chunk = -1;
    List<CountedRow> rows = new ArrayList<>();
    for (Iterator<Tuple2<Integer, RowPack>> packs : sources) {
      while (packs.hasNext()) {
        Tuple2<Integer, RowPack> next = packs.next();
        chunk = next._1();
        next._2().unpackTo(rows);
      }
    }
    return new ChunkRows(chunk, CountedRow.distinct(rows));
  }
}
