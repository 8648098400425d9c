package org.sparkradam.study.paired;

import java.util.function.DoubleFunction;

/**
 * Where a mean is believed to lie.
 *
 * @param low lower end, NaN if nothing can be said
 * @param high upper end
 */
public record Interval(double low, double high) {
  /** Of too few values. */
  static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);

  /**
   * Such as "(0.01 to 0.015)", or that one seed has none.
   *
   * @param number how an end is written
   */
  public String words(DoubleFunction<String> number) {
    return Double.isNaN(low)
        ? "(one seed)"
        : "(%s to %s)".formatted(number.apply(low), number.apply(high));
  }

  /** Whether all of it is at most so far from 0. */
  public boolean isWithin(double bound) {
    return low >= -bound && high <= bound;
  }

  /** Whether 0 lies outside. */
  public boolean excludesZero() {
    return low > 0 || high < 0;
  }
}
