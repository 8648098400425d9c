package org.sparkradam.optim;

/**
 * A Euclidean norm as largest · root, the largest absolute value times the norm of what is left:
 * the squares neither overflow nor vanish, and nor does a norm above the largest double.
 */
record EuclideanNorm(double largest, double root) {
  /** Of the values, each divided by a number above 0. */
  static EuclideanNorm of(double[] values, double divisor) {
    // Division rounds, but it keeps the order: the largest of the quotients is that of the largest.
    double largest = largest(values) / divisor;
    return new EuclideanNorm(largest, largest > 0 ? root(values, divisor, largest) : 0);
  }

  boolean exceeds(double bound) {
    return largest * root > bound;
  }

  private static double largest(double[] values) {
    return Ranges.map(values.length, range -> largest(values, range)).stream()
        .reduce(0.0, Math::max);
  }

  private static double largest(double[] values, Ranges.Range range) {
    double largest = 0;
    for (int i = range.from(); i < range.to(); i++) {
      largest = Math.max(largest, Math.abs(values[i]));
    }
    return largest;
  }

  private static double root(double[] values, double divisor, double largest) {
    return Math.sqrt(
        Ranges.map(values.length, range -> squares(values, divisor, largest, range)).stream()
            .reduce(0.0, Double::sum));
  }

  private static double squares(
      double[] values, double divisor, double largest, Ranges.Range range) {
    double sum = 0;
    for (int i = range.from(); i < range.to(); i++) {
      double share = values[i] / divisor / largest;
      sum += share * share;
    }
    return sum;
  }
}
