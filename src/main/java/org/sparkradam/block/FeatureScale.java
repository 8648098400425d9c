package org.sparkradam.block;

import java.io.Serializable;

/** What each feature's values are multiplied by on their way into a block. */
final class FeatureScale implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Leaves values as they are. */
  static final FeatureScale NONE = new FeatureScale(null);

  private final double[] factors;

  /**
   * @param factors one a feature, or null for none
   */
  FeatureScale(double[] factors) {
    this.factors = factors;
  }

  double scaled(int feature, double value) {
    return factors == null ? value : value * factors[feature];
  }

  void requireFor(int features) {
    if (factors != null) {
      Shape.require("scale", factors.length, features);
    }
  }
}
