package org.sparkradam.block;

/** Lengths of a block's arrays: what they must be, and what they weigh. */
final class Shape {
  private static final long ARRAY_HEADER = 16;

  private Shape() {}

  static void require(String name, long length, long right) {
    if (length != right) {
      throw new IllegalArgumentException(
          name + " must have length " + right + ", but has " + length);
    }
  }

  static void requireAtLeast(String name, long length, long least) {
    if (length < least) {
      throw new IllegalArgumentException(
          name + " must have length " + least + ", but has " + length);
    }
  }

  static void requireWeights(double[] weights, int rows) {
    if (weights != null) {
      require("weights", weights.length, rows);
    }
  }

  static long bytes(float[] array) {
    return ARRAY_HEADER + (long) Float.BYTES * array.length;
  }

  static long bytes(double[] array) {
    return array == null ? 0 : ARRAY_HEADER + (long) Double.BYTES * array.length;
  }

  static long bytes(int[] array) {
    return ARRAY_HEADER + (long) Integer.BYTES * array.length;
  }
}
