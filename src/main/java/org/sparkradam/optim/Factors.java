package org.sparkradam.optim;

import java.io.Serializable;

/**
 * How much of a penalty each coordinate bears, for each kind of penalty. Immutable.
 *
 * @param decay of decoupled weight decay
 */
record Factors(CoordinateFactors l1, CoordinateFactors l2, CoordinateFactors decay)
    implements Serializable {
  /** All coordinates alike, however many there are. */
  static final Factors ONES =
      new Factors(CoordinateFactors.ONES, CoordinateFactors.ONES, CoordinateFactors.ONES);

  static Factors of(double[] values) {
    CoordinateFactors factors = CoordinateFactors.of(values);
    return new Factors(factors, factors, factors);
  }

  static Factors of(double[] l1, double[] l2, double[] decay) {
    if (l1.length != l2.length || l1.length != decay.length) {
      throw Require.refusal(
          "number of penalty factors", l2.length + " and " + decay.length, "L1's, " + l1.length);
    }
    return new Factors(
        CoordinateFactors.of(l1), CoordinateFactors.of(l2), CoordinateFactors.of(decay));
  }

  void requireSize(int size) {
    if (!l1.fits(size)) {
      throw Require.refusal("number of penalty factors", l1.size(), "the weights', " + size);
    }
  }

  @Override
  public String toString() {
    return equals(ONES) ? "" : ", factors=" + l1.size();
  }
}
