package org.sparkradam.block;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Counted rows on their way through a shuffle: few objects, large arrays. */
final class RowPack implements Serializable {
  private static final long serialVersionUID = 1L;

  private final SparseBlock block;
  private final long[] hashes;
  private final long[] copies;

  private RowPack(List<CountedRow> rows, int features) {
    block = BlockAssembly.sparse(rows, features, FeatureScale.NONE);
    hashes = rows.stream().mapToLong(CountedRow::hash).toArray();
    copies = rows.stream().mapToLong(CountedRow::copies).toArray();
  }

  /** Packs of bounded size, made one by one as they are asked for. */
  static Stream<RowPack> of(List<CountedRow> rows, int features) {
    return cut(rows).stream().map(part -> new RowPack(part, features));
  }

  void unpackTo(List<CountedRow> rows) {
    for (int row = 0; row < hashes.length; row++) {
      rows.add(new CountedRow(block, row, hashes[row], copies[row]));
    }
  }

  private static List<List<CountedRow>> cut(List<CountedRow> rows) {
    List<List<CountedRow>> parts = new ArrayList<>();
    int start = 0;
    long bytes = 0;
    for (int i = 0; i < rows.size(); i++) {
      bytes += RowBatches.bytes(rows.get(i).to() - rows.get(i).from());
      if (bytes >= RowBatches.BYTES || i == rows.size() - 1) {
        parts.add(rows.subList(start, i + 1));
        start = i + 1;
        bytes = 0;
      }
    }
    return parts;
  }
}
