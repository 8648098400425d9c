package org.sparkradam.block;

import org.apache.spark.ml.linalg.DenseVector;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;

/**
 * The hash of what a row holds: label, weight and active features, the same whether the features
 * came dense or sparse.
 */
final class ContentHash {
  private ContentHash() {}

  static long of(double label, double weight, Vector features) {
    long head = Mix.of(word(label), word(weight));
    return features instanceof SparseVector sparse
        ? ofSparse(head, sparse.indices(), sparse.values())
        : ofDense(head, ((DenseVector) features).values());
  }

  private static long ofDense(long head, double[] values) {
    long hash = head;
    for (int i = 0; i < values.length; i++) {
      if (values[i] != 0) {
        hash = Mix.of(hash + i, word(values[i]));
      }
    }
    return hash;
  }

  private static long ofSparse(long head, int[] indices, double[] values) {
    long hash = head;
    for (int i = 0; i < indices.length; i++) {
      if (values[i] != 0) {
        hash = Mix.of(hash + indices[i], word(values[i]));
      }
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
