package org.sparkradam.benchmark;

/**
 * What is asked of two measurements.
 *
 * @param sense how they are compared
 * @param bound of their ratio; NaN where nothing is asked
 */
public record Requirement(Sense sense, double bound) {
  /** How ours is compared with theirs. */
  public enum Sense {
    /** ours / theirs, which must not be above the bound. */
    AT_MOST("≤ ") {
      @Override
      double ratio(double ours, double theirs) {
        return ours / theirs;
      }

      @Override
      double excess(double ratio, double bound) {
        return ratio / bound;
      }
    },
    /** theirs / ours, which must not be below the bound. */
    TIMES_FASTER("≥ ") {
      @Override
      double ratio(double ours, double theirs) {
        return theirs / ours;
      }

      @Override
      double excess(double ratio, double bound) {
        return bound / ratio;
      }
    };

    private final String sign;

    Sense(String sign) {
      this.sign = sign;
    }

    abstract double ratio(double ours, double theirs);

    /** At most 1 where the bound is kept. */
    abstract double excess(double ratio, double bound);
  }

  static Requirement atMost(double bound) {
    return new Requirement(Sense.AT_MOST, bound);
  }

  static Requirement timesFaster(double bound) {
    return new Requirement(Sense.TIMES_FASTER, bound);
  }

  /** Of numbers that are only stated. */
  static Requirement none() {
    return atMost(Double.NaN);
  }

  boolean exists() {
    return !Double.isNaN(bound);
  }

  /** As in "≤ 1.25"; empty where nothing is asked. */
  String text() {
    return exists() ? sense.sign + bound : "";
  }
}
