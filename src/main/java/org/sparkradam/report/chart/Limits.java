package org.sparkradam.report.chart;

/**
 * Where an axis begins and ends.
 *
 * @param low the lower end
 * @param high the upper end, greater than the lower one
 */
public record Limits(double low, double high) {
  /**
   * @throws IllegalArgumentException if the ends are not finite numbers in ascending order
   */
  public Limits {
    if (!Double.isFinite(low) || !Double.isFinite(high) || low >= high) {
      throw new IllegalArgumentException("no limits of an axis: " + low + " to " + high);
    }
  }
}
