package org.sparkradam.train.evaluation;

/** Which way a measure is better. */
public enum Sense {
  LOWER_IS_BETTER {
    @Override
    public double gain(double from, double to) {
      return from - to;
    }
  },
  HIGHER_IS_BETTER {
    @Override
    public double gain(double from, double to) {
      return to - from;
    }
  };

  /** By how much the second value is better than the first; negative if it is worse. */
  public abstract double gain(double from, double to);
}
