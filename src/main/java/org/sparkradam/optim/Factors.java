package org.sparkradam.optim;

import java.io.Serializable;
import java.util.Arrays;

/** How much of a penalty each coordinate bears, for each kind of penalty. Immutable. */
final class Factors implements Serializable {
  private static final long serialVersionUID = 1L;

  /** All coordinates alike, however many there are. */
  static final Factors ONES = new Factors(null, null, null);

  private final double[] l1;
  private final double[] l2;
  private final double[] decay;

  private Factors(double[] l1, double[] l2, double[] decay) {
    this.l1 = l1;
    this.l2 = l2;
    this.decay = decay;
  }

  static Factors of(double[] values) {
    double[] copy = checked(values);
    return new Factors(copy, copy, copy);
  }

  static Factors of(double[] l1, double[] l2, double[] decay) {
    Factors factors = new Factors(checked(l1), checked(l2), checked(decay));
    if (l1.length != l2.length || l1.length != decay.length) {
      throw Require.refusal(
          "number of penalty factors", l2.length + " and " + decay.length, "L1's, " + l1.length);
    }
    return factors;
  }

  double ofL1(int i) {
    return l1 == null ? 1 : l1[i];
  }

  double ofL2(int i) {
    return l2 == null ? 1 : l2[i];
  }

  double ofDecay(int i) {
    return decay == null ? 1 : decay[i];
  }

  void requireSize(int size) {
    if (l1 != null && l1.length != size) {
      throw Require.refusal("number of penalty factors", l1.length, "the weights', " + size);
    }
  }

  private static double[] checked(double[] values) {
    for (int i = 0; i < values.length; i++) {
      Require.nonNegative("factor " + i, values[i]);
    }
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Factors that
        && Arrays.equals(l1, that.l1)
        && Arrays.equals(l2, that.l2)
        && Arrays.equals(decay, that.decay);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(l1) + 31 * (Arrays.hashCode(l2) + 31 * Arrays.hashCode(decay));
  }

  @Override
  public String toString() {
    return l1 == null ? "" : ", factors=" + l1.length;
  }
}
