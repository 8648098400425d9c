package org.sparkradam.optim;

/**
 * ρ_t and ρ∞ in a form that does not cancel.
 *
 * <p>The textbook ρ∞ - 2tβ^t/(1-β^t) subtracts two numbers of size 1/(1-β): at β = .9999999 it is
 * left with three digits. With x = -log β and y = tx/2 the same number is t(1 - L(y)) + L(x/2),
 * where L(y) = coth y - 1/y is Langevin's function, and 2/x - 2t/(e^{tx} - 1) + L(x/2). It needs
 * only t, so a resumed run continues with the same bits.
 */
final class SmaLength {
  /** Below it the power series of L is exact to rounding, above it the closed form is. */
  private static final double SERIES_BELOW = 0.25;

  private SmaLength() {}

  static double limit(double beta) {
    return 2 / (1 - beta) - 1;
  }

  static double after(double beta, long t) {
    if (beta == 0) {
      return 1;
    }
    // The logarithm itself is as exact as log1p(-(1-β)) near 1, and 1-β loses digits of a small β.
    double x = -StrictMath.log(beta);
    double y = t * x / 2;
    double length =
        y < SERIES_BELOW
            ? t * (1 - langevin(y)) + langevin(x / 2)
            : 2 / x - 2.0 * t / StrictMath.expm1(t * x) + langevin(x / 2);
    return Math.min(length, limit(beta));
  }

  private static double langevin(double y) {
    return y < SERIES_BELOW ? langevinSeries(y) : 1 / StrictMath.tanh(y) - 1 / y;
  }

  private static double langevinSeries(double y) {
    double w = y * y;
    double series = -1382.0 / 638512875 + w * (4.0 / 18243225);
    series = 2.0 / 93555 + w * series;
    series = -1.0 / 4725 + w * series;
    series = 2.0 / 945 + w * series;
    series = -1.0 / 45 + w * series;
    return y * (1.0 / 3 + w * series);
  }
}
