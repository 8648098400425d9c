package org.sparkradam.study.variance;

/**
 * A variance estimated from a sample.
 *
 * @param variance the estimate, without bias
 * @param standardError of the estimate, NaN where it cannot be told
 */
public record VarianceEstimate(double variance, double standardError) {
  /** Half the width of a band that holds 95 %, in standard errors. */
  private static final double BAND = 1.959964;

  /** From so many standard errors on, chance is no explanation. */
  private static final double FAR = 5;

  /** The standard error comes from the fourth moment, without assuming a normal sample. */
  static VarianceEstimate of(CentralMoments moments) {
    double n = moments.count();
    double variance = moments.second() / (n - 1);
    double ofVariance = (moments.fourth() / n - variance * variance * (n - 3) / (n - 1)) / n;
    return new VarianceEstimate(variance, Math.sqrt(Math.max(0, ofVariance)));
  }

  /** Without a standard error, where its own variance would be infinite. */
  VarianceEstimate withoutBand() {
    return new VarianceEstimate(variance, Double.NaN);
  }

  /** Of the quantity times a factor. */
  VarianceEstimate scaled(double factor) {
    return new VarianceEstimate(factor * factor * variance, factor * factor * standardError);
  }

  /** The lower edge of a 95 % band. */
  public double low() {
    return variance - BAND * standardError;
  }

  /** The upper edge of a 95 % band. */
  public double high() {
    return variance + BAND * standardError;
  }

  /** By how many standard errors a prediction lies above the estimate; NaN without a band. */
  public double deviation(double predicted) {
    return (predicted - variance) / standardError;
  }

  /** Whether a prediction misses the estimate by more than 5 standard errors. */
  public boolean isFarFrom(double predicted) {
    return Math.abs(deviation(predicted)) > FAR;
  }
}
