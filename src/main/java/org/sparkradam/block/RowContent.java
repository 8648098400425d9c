package org.sparkradam.block;

import java.util.Arrays;

/** Compares what rows hold, label first, then weight, then features. */
final class RowContent {
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
        a.values(), i * features, (i + 1) * features, b.values(), j * features, (j + 1) * features);
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
