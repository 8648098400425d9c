package org.sparkradam.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A row of a block and how many rows equal to it there are.
 *
 * @param block holds the row
 * @param row from 0
 * @param hash of its content
 * @param copies at least 1
 */
record CountedRow(SparseBlock block, int row, long hash, long copies) {
  /** By hash; rows that share one without being equal are told apart by their content. */
  static final Comparator<CountedRow> BY_CONTENT =
      (a, b) -> a.hash != b.hash ? Long.compare(a.hash, b.hash) : compareContent(a, b);

  /** Each different row once, with the sum of its copies, sorted by content. Sorts its argument. */
  static List<CountedRow> distinct(List<CountedRow> rows) {
    rows.sort(BY_CONTENT);
    List<CountedRow> distinct = new ArrayList<>();
    for (CountedRow row : rows) {
      int last = distinct.size() - 1;
      if (last >= 0 && BY_CONTENT.compare(distinct.get(last), row) == 0) {
        distinct.set(last, distinct.get(last).plus(row.copies));
      } else {
        distinct.add(row);
      }
    }
    return distinct;
  }

  int from() {
    return block.rowStarts()[row];
  }

  int to() {
    return block.rowStarts()[row + 1];
  }

  private CountedRow plus(long more) {
    return new CountedRow(block, row, hash, copies + more);
  }

  static int compareContent(CountedRow a, CountedRow b) {
    int order = Double.compare(a.block.label(a.row), b.block.label(b.row));
    if (order == 0) {
      order = Double.compare(a.block.weight(a.row), b.block.weight(b.row));
    }
    if (order == 0) {
      order =
          Arrays.compare(a.block.indices(), a.from(), a.to(), b.block.indices(), b.from(), b.to());
    }
    return order != 0
        ? order
        : Arrays.compare(a.block.values(), a.from(), a.to(), b.block.values(), b.from(), b.to());
  }
}
