package org.sparkradam.optim;

/**
 * A Euclidean norm as largest · root, the largest absolute value times the norm of what is left:
 * the squares neither overflow nor vanish, and nor does a norm above the largest double.
 */
record EuclideanNorm(double largest, double root) {
  static EuclideanNorm of(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return new EuclideanNorm(largest, largest > 0 ? root(values, largest) : 0);
  }

  boolean exceeds(double bound) {
    return largest * root > bound;
  }

  private static double root(double[] values, double largest) {
    double sum = 0;
    for (double value : values) {
      double share = value / largest;
      sum += share * share;
    }
    return Math.sqrt(sum);
  }
}
