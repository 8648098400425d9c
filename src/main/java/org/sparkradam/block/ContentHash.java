package org.sparkradam.block;

import org.apache.spark.ml.linalg.SparseVector;

/**
 * The hash of what a row holds: label, weight and active features, the same whether the features
 * came dense or sparse.
 */
final class ContentHash {
  private ContentHash() {}

  /**
   * @param active without zeros
   */
  static long of(double label, double weight, SparseVector active) {
    long hash = Mix.of(word(label), word(weight));
    int[] indices = active.indices();
    double[] values = active.values();
    for (int i = 0; i < indices.length; i++) {
      hash = Mix.of(hash + indices[i], word(values[i]));
    }
    return hash;
  }

  /** Both zeros are one number, and so are all NaN. */
  static double canonical(double value) {
    return value + 0.0;
  }

  private static long word(double value) {
    return Double.doubleToLongBits(canonical(value));
  }
}
