package org.sparkradam.ml.internal.moments;

import java.util.Arrays;

/**
 * Numbers without their last bits, which depend on the order in which rows were summed: that may
 * change where a table is computed anew, and what is trained must not.
 */
public final class WithoutLastBits {
  private static final int BITS = 30;

  private WithoutLastBits() {}

  /** The value to 30 bits. */
  public static double of(double value) {
    double quantum = Math.scalb(1.0, Math.getExponent(value) - BITS);
    double steps = value / quantum;
    return Double.isFinite(steps) && value != 0 ? Math.rint(steps) * quantum : value;
  }

  public static double[] of(double[] values) {
    return Arrays.stream(values).map(WithoutLastBits::of).toArray();
  }
}
