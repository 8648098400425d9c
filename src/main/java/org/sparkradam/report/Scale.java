package org.sparkradam.report;

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
    double reach(double low, double high) {
      return Math.max(Math.abs(low), Math.abs(high));
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

    @Override
    double reach(double low, double high) {
      return 3;
    }
  };

  private static final double ABSURD = 1e100;

  /** Where a value lies on the axis, in units of the scale. */
  abstract double place(double value);

  /** The value that lies at a place: the inverse of {@link #place}. */
  abstract double value(double place);

  /** How far from the bulk, given as places, a value may lie and still deserve to be seen. */
  abstract double reach(double low, double high);

  /** Whether the value has a place that can be computed with. */
  boolean shows(double value) {
    return Math.abs(value) < ABSURD && Double.isFinite(place(value));
  }
}
