package org.sparkradam.train;

import java.io.Serializable;
import java.util.Arrays;

/** A vector, whole or as its non-zero entries, whichever is smaller. Immutable. */
final class CompactVector implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Null where the vector is whole. */
  private final int[] indices;

  private final double[] values;

  private CompactVector(int[] indices, double[] values) {
    this.indices = indices;
    this.values = values;
  }

  /** The vector's entries; a whole one is not copied. */
  static CompactVector of(double[] vector) {
    int active = 0;
    for (double value : vector) {
      if (isActive(value)) {
        active++;
      }
    }
    // An entry takes 12 bytes beside its index, 8 without.
    return 12L * active < 8L * vector.length
        ? sparse(vector, active)
        : new CompactVector(null, vector);
  }

  private static CompactVector sparse(double[] vector, int active) {
    int[] indices = new int[active];
    double[] values = new double[active];
    for (int i = 0, at = 0; i < vector.length; i++) {
      if (isActive(vector[i])) {
        indices[at] = i;
        values[at++] = vector[i];
      }
    }
    return new CompactVector(indices, values);
  }

  /** Keeps -0.0, so that what is expanded is the same bit for bit. */
  private static boolean isActive(double value) {
    return Double.doubleToRawLongBits(value) != 0;
  }

  /** Writes the entries into a vector of zeros. */
  void copyTo(double[] vector) {
    if (indices == null) {
      System.arraycopy(values, 0, vector, 0, values.length);
      return;
    }
    Arrays.fill(vector, 0);
    for (int j = 0; j < indices.length; j++) {
      vector[indices[j]] = values[j];
    }
  }
}
