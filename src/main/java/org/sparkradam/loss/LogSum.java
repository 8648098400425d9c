package org.sparkradam.loss;

/**
 * Σ weight·log(1 + x) over many x of at least 0, with one logarithm for a run of x of equal weight.
 *
 * <p>(1 + q)(1 + x) - 1 = q + x + q·x is a sum of positive terms: a run's product, less 1, keeps
 * its relative precision even where all x are tiny. Not safe among threads.
 */
final class LogSum {
  /** Short of this a run goes on: at most some 30 terms near 1, or many tiny ones. */
  private static final double LONG_ENOUGH = 1 << 30;

  private final Kernel kernel;
  private double sum;
  private double weight = 1;

  /** The run's product, less 1. */
  private double product;

  LogSum(Kernel kernel) {
    this.kernel = kernel;
  }

  void add(double x, double itsWeight) {
    if (itsWeight != weight || product > LONG_ENOUGH) {
      sum = total();
      product = 0;
      weight = itsWeight;
    }
    product = (product + x) + product * x;
  }

  double total() {
    return sum + weight * kernel.log1p(product);
  }
}
