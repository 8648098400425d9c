package org.sparkradam.report.chart;

/** How an axis spaces its values. */
public enum Scale {
  /** Equal differences, equal distances. */
  LINEAR {
    @Override
    double place(double value) {
      return value;
    }

    @Override
    double value(double place) {
      return place;
    }

    @Override
    boolean reaches(double place, double low, double high) {
      double reach = Math.max(Math.abs(low), Math.abs(high)) + (high - low);
      // Beside a bulk of zeros nothing can be told to be far.
      return reach == 0 || (place >= low - reach && place <= high + reach);
    }
  },
  /** Equal ratios, equal distances; has no place for zero and below. */
  LOG {
    @Override
    double place(double value) {
      return Math.log10(value);
    }

    @Override
    double value(double place) {
      return Math.pow(10, place);
    }

    // What is drawn on a log axis is an error as a rule: what is ten times the rest is lost, what
    // is a thousandth of the rest is the best.
    @Override
    boolean reaches(double place, double low, double high) {
      return place >= low - 6 && place <= high + 1;
    }
  };

  private static final double ABSURD = 1e100;

  /** Where a value lies on the axis, in units of the scale. */
  abstract double place(double value);

  /** The value that lies at a place: the inverse of {@link #place}. */
  abstract double value(double place);

  /**
   * Whether a place is near enough to the bulk, which lies from low to high, to be seen with it.
   */
  abstract boolean reaches(double place, double low, double high);

  /** Whether the value has a place that can be computed with. */
  boolean shows(double value) {
    return Math.abs(value) < ABSURD && Double.isFinite(place(value));
  }
}
