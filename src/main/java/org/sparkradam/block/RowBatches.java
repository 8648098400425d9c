package org.sparkradam.block;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.ml.linalg.SparseVector;

/**
 * A task's source rows, some 16 MB at a time: enough that a pack is worth its overhead, and little
 * enough that no partition is too large for an executor.
 */
final class RowBatches implements Iterator<List<CountedRow>> {
  static final long BYTES = 16L << 20;

  private final Iterator<LabeledRow> source;

  RowBatches(Iterator<LabeledRow> source) {
    this.source = source;
  }

  /** About what a row takes in a batch. */
  static long bytes(int active) {
    return 48 + 12L * active;
  }

  @Override
  public boolean hasNext() {
    return source.hasNext();
  }

  /** The different rows of the next batch, counted. */
  @Override
  public List<CountedRow> next() {
    List<LabeledRow> rows = new ArrayList<>();
    List<SparseVector> active = new ArrayList<>();
    for (long bytes = 0; bytes < BYTES && source.hasNext(); ) {
      LabeledRow row = source.next();
      rows.add(row);
      active.add(ActiveFeatures.of(row.features()));
      bytes += bytes(active.get(active.size() - 1).indices().length);
    }
    return CountedRow.distinct(counted(rows, active));
  }

  private static List<CountedRow> counted(List<LabeledRow> rows, List<SparseVector> active) {
    SparseBlock block = BlockAssembly.canonical(rows, active);
    List<CountedRow> counted = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      long hash = ContentHash.of(rows.get(i).label(), rows.get(i).weight(), active.get(i));
      counted.add(new CountedRow(block, i, hash, 1));
    }
    return counted;
  }
}
