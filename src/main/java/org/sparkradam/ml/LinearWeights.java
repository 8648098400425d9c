package org.sparkradam.ml;

/**
 * A trained linear model, in the units of the raw rows.
 *
 * @param coefficients outputs × features, output after output
 * @param intercepts one an output, 0 where none is fitted
 * @param ofLoss the loss's own weights, in the units of the standardised rows
 */
record LinearWeights(double[] coefficients, double[] intercepts, double[] ofLoss) {}
