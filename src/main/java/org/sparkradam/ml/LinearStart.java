package org.sparkradam.ml;

/**
 * What training of a linear model starts from, in the units of the raw rows.
 *
 * @param coefficients outputs × features, output after output; empty if all are 0
 * @param intercepts one an output
 * @param ofLoss the loss's own weights, in the units of the standardised rows; empty if all are 0
 */
record LinearStart(double[] coefficients, double[] intercepts, double[] ofLoss) {
  /** A model that knows nothing of the features. */
  static LinearStart prior(double... intercepts) {
    return new LinearStart(new double[0], intercepts, new double[0]);
  }
}
