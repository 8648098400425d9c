package org.sparkradam.loss.kernel;

import java.util.Arrays;

/**
 * A cursor over the active features of one row of a tile, the same for dense and sparse rows: entry
 * p has an index and a value. Not safe among threads.
 */
public final class ActiveRow {
  private int[] identity = {};

  private int[] indices = identity;
  private int indexFrom;
  private double[] values = {};
  private int valueFrom;

  private int size;

  /** How many active features the row has. */
  public int size() {
    return size;
  }

  /** The feature of entry p. */
  public int index(int p) {
    return indices[indexFrom + p];
  }

  /** The value of entry p. */
  public double value(int p) {
    return values[valueFrom + p];
  }

  void pointToDense(double[] blockValues, int from, int features) {
    if (identity.length < features) {
      identity = new int[features];
      Arrays.setAll(identity, i -> i);
    }
    point(identity, 0, blockValues, from, features);
  }

  void pointToSparse(int[] blockIndices, double[] blockValues, int from, int to) {
    point(blockIndices, from, blockValues, from, to - from);
  }

  private void point(int[] newIndices, int index, double[] newValues, int value, int newSize) {
    indices = newIndices;
    indexFrom = index;
    values = newValues;
    valueFrom = value;
    size = newSize;
  }
}
