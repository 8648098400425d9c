package org.sparkradam.loss.kernel;

/**
 * e^x of many numbers by vector instructions, within two units in the last place, with the same
 * bits on any machine: Java's arithmetic is strict, and there is nothing else in it.
 *
 * <p>x = n·log 2 + r with a whole n and |r| ≤ log 2 / 2, and e^r is its Taylor polynomial, whose
 * next term is below 1e-17. Cody &amp; Waite, "Software manual for the elementary functions"
 * (1980). Beyond ±750 all is 0 or infinite.
 */
final class Exponential {
  private static final double BOUND = 750;
  private static final double BY_LOG_2 = 0x1.71547652b82fep0;

  /** Log 2 in two parts; n times the first, which has few digits, is exact. */
  private static final double LOG_2_HEAD = 0x1.62e42feep-1;

  private static final double LOG_2_TAIL = 0x1.a39ef35793c76p-33;

  /** Added to a small number it rounds to a whole one, which the last bits then hold. */
  private static final double ROUNDER = 0x1.8p52;

  private Exponential() {}

  /** Replaces the first {@code length} entries. */
  static void apply(double[] x, int length, Workspace workspace) {
    double[] n = workspace.array(Workspace.Slot.EXPONENTS, length);
    for (int i = 0; i < length; i++) {
      double bounded = Math.max(-BOUND, Math.min(BOUND, x[i]));
      double whole = (bounded * BY_LOG_2 + ROUNDER) - ROUNDER;
      n[i] = whole;
      x[i] = taylor((bounded - whole * LOG_2_HEAD) - whole * LOG_2_TAIL);
    }
    for (int i = 0; i < length; i++) {
      double half = (n[i] * 0.5 + ROUNDER) - ROUNDER;
      x[i] = x[i] * powerOf2(half) * powerOf2(n[i] - half);
    }
  }

  private static double taylor(double r) {
    double sum = 1 / 6227020800.0;
    sum = sum * r + 1 / 479001600.0;
    sum = sum * r + 1 / 39916800.0;
    sum = sum * r + 1 / 3628800.0;
    sum = sum * r + 1 / 362880.0;
    sum = sum * r + 1 / 40320.0;
    sum = sum * r + 1 / 5040.0;
    sum = sum * r + 1 / 720.0;
    sum = sum * r + 1 / 120.0;
    sum = sum * r + 1 / 24.0;
    sum = sum * r + 1 / 6.0;
    sum = sum * r + 0.5;
    sum = sum * r + 1;
    return sum * r + 1;
  }

  /** For whole exponents of normal numbers: two of them reach the others, too. */
  private static double powerOf2(double exponent) {
    return Double.longBitsToDouble((Double.doubleToRawLongBits(exponent + ROUNDER) + 1023) << 52);
  }
}
