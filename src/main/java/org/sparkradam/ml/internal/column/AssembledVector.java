package org.sparkradam.ml.internal.column;

import java.util.Arrays;
import org.apache.spark.ml.linalg.DenseVector;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;

/**
 * Puts numbers and vectors behind one another as Spark's {@code VectorAssembler} does, bit by bit:
 * zeros are not stored, and the vector is dense where that is shorter. Not thread-safe.
 */
public final class AssembledVector {
  private int[] indices = new int[16];
  private double[] values = new double[16];
  private int stored;
  private int size;

  void add(double value) {
    if (value != 0) {
      store(size, value);
    }
    size++;
  }

  void add(Vector vector) {
    if (vector instanceof SparseVector sparse) {
      for (int i = 0; i < sparse.indices().length; i++) {
        if (sparse.values()[i] != 0) {
          store(size + sparse.indices()[i], sparse.values()[i]);
        }
      }
      size += sparse.size();
    } else {
      for (double value : ((DenseVector) vector).values()) {
        add(value);
      }
    }
  }

  private void store(int index, double value) {
    if (stored == values.length) {
      indices = Arrays.copyOf(indices, 2 * stored);
      values = Arrays.copyOf(values, 2 * stored);
    }
    indices[stored] = index;
    values[stored++] = value;
  }

  /** What has been added, as one vector. */
  public Vector vector() {
    return Vectors.sparse(size, Arrays.copyOf(indices, stored), Arrays.copyOf(values, stored))
        .compressed();
  }
}
