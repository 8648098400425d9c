package org.sparkradam.study.paired;

/**
 * Where a mean is believed to lie.
 *
 * @param low lower end, NaN if nothing can be said
 * @param high upper end
 */
public record Interval(double low, double high) {
  /** Of too few values. */
  static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);

  /** Whether 0 lies outside. */
  public boolean excludesZero() {
    return low > 0 || high < 0;
  }
}
