package org.sparkradam.study.histogram;

/** Bins of equal width on the logarithmic axis of |g|, numbered upwards from 1 = 10⁰. */
final class LogBins {
  /** Twenty make a decade, so that ten times a value is exactly twenty bins higher. */
  static final int PER_DECADE = 20;

  /** That of the least positive double. */
  static final int LOWEST = of(Double.MIN_VALUE);

  /** That of the greatest finite double. */
  static final int HIGHEST = of(Double.MAX_VALUE);

  private LogBins() {}

  /** The bin of a positive number. */
  static int of(double size) {
    // StrictMath, for the same counts on any machine.
    return (int) Math.floor(PER_DECADE * StrictMath.log10(size));
  }

  /** The lower edge as a power of ten; the upper one is the next bin's. */
  static double low(int bin) {
    return (double) bin / PER_DECADE;
  }

  /** The middle as a power of ten. */
  static double middle(int bin) {
    return (bin + 0.5) / PER_DECADE;
  }
}
