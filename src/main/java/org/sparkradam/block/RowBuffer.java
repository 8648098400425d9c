package org.sparkradam.block;

import java.util.Arrays;
import org.apache.spark.ml.linalg.Vector;

/**
 * Rows that come one by one, kept in the flat arrays of the block that they become. Not safe among
 * threads.
 */
abstract sealed class RowBuffer permits DenseBuffer, SparseBuffer {
  /** No array grows beyond what every JVM allows. */
  private static final int LONGEST = Integer.MAX_VALUE - 8;

  private double[] labels;

  /** Null as long as all are 1. */
  private double[] weights;

  private int rows;

  /**
   * @param capacity rows that there is room for before arrays have to grow
   */
  RowBuffer(int capacity) {
    labels = new double[capacity];
  }

  final int rows() {
    return rows;
  }

  /** Takes a row of the source: the label divided by its unit, the features scaled. */
  final void add(LabeledRow row, IngestScale scale) {
    begin(ContentHash.canonical(row.label()) / scale.labelUnit(), row.weight());
    addFeatures(row.features(), scale);
  }

  /** Takes a row of another block of the same layout. */
  final void add(RowBlock from, int row) {
    begin(from.label(row), from.weight(row));
    addFeatures(from, row);
  }

  /** What was added since the last row's features belongs to the row that begins now. */
  private void begin(double label, double weight) {
    if (rows == labels.length) {
      labels = Arrays.copyOf(labels, grown(rows, rows + 1L));
    }
    labels[rows] = label;
    if (weight != 1 && weights == null) {
      weights = new double[labels.length];
      Arrays.fill(weights, 0, rows, 1);
    }
    if (weights != null) {
      if (weights.length < labels.length) {
        weights = Arrays.copyOf(weights, labels.length);
      }
      weights[rows] = ContentHash.canonical(weight);
    }
    rows++;
  }

  abstract void addFeatures(Vector features, IngestScale scale);

  abstract void addFeatures(RowBlock from, int row);

  /** About what the rows take in memory. */
  abstract long bytes();

  /** All rows, as they were added. The buffer is of no use afterwards. */
  abstract RowBlock block();

  /** All rows, in arrays that the buffer goes on using: only until it is cleared. */
  abstract RowBlock lent();

  /** Forgets all rows and keeps the arrays. */
  void clear() {
    rows = 0;
    weights = null;
  }

  /** Feature numbers within a chunk in place of those of the table, where that makes less work. */
  RowBlock blockOfChunk() {
    return block();
  }

  final double[] labels() {
    return trimmed(labels, rows);
  }

  /** Null where all are 1. */
  final double[] weights() {
    return weights == null ? null : trimmed(weights, rows);
  }

  static double[] trimmed(double[] array, int length) {
    return array.length == length ? array : Arrays.copyOf(array, length);
  }

  /** A length at least half as much again, and at least what is needed. */
  static int grown(int length, long needed) {
    if (needed > LONGEST) {
      throw new IllegalStateException("rows of one chunk need an array of " + needed + " numbers");
    }
    return (int) Math.min(LONGEST, Math.max(needed, Math.max(16, length + (length >> 1))));
  }
}
