package org.sparkradam.ml;

import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.linalg.Vector;

/**
 * A factorization machine on raw features.
 *
 * @param factors features × factors, feature after feature
 * @param linear one a feature, 0 where none are fitted
 * @param intercept 0 where none is fitted
 */
record FactorWeights(double[] factors, double[] linear, double intercept) {
  /**
   * Those of a model of Spark's.
   *
   * @param factors features × factors
   */
  static FactorWeights of(Matrix factors, Vector linear, double intercept) {
    // Row-major, whichever way the matrix is stored.
    return new FactorWeights(factors.transpose().toArray(), linear.toArray(), intercept);
  }

  /**
   * Refuses weights to go on from that do not fit.
   *
   * @throws IllegalArgumentException if they are of other sizes
   */
  void check(int factorSize, int features) {
    WarmStart.requireSame("factors", this.factors.length / linear.length, factorSize);
    WarmStart.requireSame("features", linear.length, features);
  }
}
