package org.sparkradam.table.feature;

import java.io.Serializable;

/**
 * Mean and deviation of a number over the training rows, freed from the noise of their sums. No
 * record, since Kryo, which may ship it, cannot make one.
 */
final class Standardisation implements Serializable {
  private static final long serialVersionUID = 1L;

  private final double imputation;
  private final double mean;
  private final double factor;

  private Standardisation(double imputation, double mean, double factor) {
    this.imputation = imputation;
    this.mean = mean;
    this.factor = factor;
  }

  static Standardisation of(double mean, double deviation) {
    double settled = SettledModel.deviation(mean, deviation);
    return new Standardisation(
        SettledModel.rounded(mean, mean),
        SettledModel.mean(mean, settled),
        settled == 0 ? 0 : 1 / settled);
  }

  /** The value as SQL, or the mean where it is missing. */
  String imputed(String value) {
    return "coalesce(nanvl(%s, NULL), CAST('%s' AS DOUBLE))".formatted(value, imputation);
  }

  /** The value as SQL, centred and scaled; 0 where all are alike. */
  String standardised(String value) {
    return "((%s - CAST('%s' AS DOUBLE)) * CAST('%s' AS DOUBLE))"
        .formatted(imputed(value), mean, factor);
  }

  /**
   * What {@link #standardised(String)} gives.
   *
   * @param value NaN if it is missing
   */
  double standardised(double value) {
    return ((Double.isNaN(value) ? imputation : value) - mean) * factor;
  }
}
