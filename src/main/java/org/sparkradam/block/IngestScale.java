package org.sparkradam.block;

import java.io.Serializable;

/**
 * What rows are divided and multiplied by on their way into a block. It changes neither a row's
 * place nor the fingerprint. Immutable.
 *
 * @param factors that features are multiplied by, one a feature; null for none
 * @param labelUnit that labels are divided by
 */
record IngestScale(double[] factors, double labelUnit) implements Serializable {
  /** Leaves rows as they are. */
  static final IngestScale NONE = new IngestScale(null, 1);

  double scaled(int feature, double value) {
    return factors == null ? ContentHash.canonical(value) : value * factors[feature] + 0.0;
  }

  /** Scales a whole row of features. */
  void copyScaled(double[] row, double[] target, int from) {
    if (factors == null) {
      for (int i = 0; i < row.length; i++) {
        target[from + i] = row[i] + 0.0;
      }
    } else {
      for (int i = 0; i < row.length; i++) {
        target[from + i] = row[i] * factors[i] + 0.0;
      }
    }
  }

  void requireFor(int features) {
    if (factors != null) {
      Shape.require("scale", factors.length, features);
    }
  }
}
