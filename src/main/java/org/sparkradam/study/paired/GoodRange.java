package org.sparkradam.study.paired;

/**
 * The learning rates around a solver's best one at which it is nearly as good.
 *
 * @param bestRate of those tried
 * @param best the mean quality there; NaN if the solver diverged at every rate
 * @param low the lowest good rate, between two rates that were tried by interpolation on a
 *     logarithmic axis
 * @param high the highest good rate
 * @param lowEnd whether worse rates were found below
 * @param highEnd whether worse rates were found above
 */
public record GoodRange(
    double bestRate, double best, double low, double high, End lowEnd, End highEnd) {
  /** What is known of an end of the range. */
  public enum End {
    /** A worse rate lies beyond. */
    FOUND,
    /** Every rate that was tried on this side is good: the range may go on. */
    OPEN
  }

  /** How wide it is, in powers of ten; at least so wide where an end is open. */
  public double decades() {
    return Math.log10(high / low);
  }
}
