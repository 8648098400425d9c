package org.sparkradam.block;

import java.util.Arrays;
import org.apache.spark.ml.linalg.DenseVector;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;

/** A row's features without zeros. */
final class ActiveFeatures {
  private ActiveFeatures() {}

  /** What {@code toSparse} gives, which for dense vectors makes three objects a feature. */
  static SparseVector of(Vector features) {
    return features instanceof DenseVector dense ? active(dense.values()) : features.toSparse();
  }

  private static SparseVector active(double[] features) {
    int[] indices = new int[features.length];
    double[] values = new double[features.length];
    int active = 0;
    for (int i = 0; i < features.length; i++) {
      if (features[i] != 0) {
        indices[active] = i;
        values[active++] = features[i];
      }
    }
    return new SparseVector(
        features.length, Arrays.copyOf(indices, active), Arrays.copyOf(values, active));
  }
}
