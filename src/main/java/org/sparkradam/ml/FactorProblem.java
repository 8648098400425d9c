package org.sparkradam.ml;

import org.sparkradam.loss.MarginLoss;

/**
 * A factorization machine to be trained.
 *
 * @param loss of a row's margin, labels being in their unit
 * @param labelUnit what labels are divided by
 * @param lossUnit what Spark's loss is in units of this one
 * @param intercept to start with, in the label's unit
 * @param initial weights to go on from, or null
 */
record FactorProblem(
    MarginLoss loss, double labelUnit, double lossUnit, double intercept, FactorWeights initial) {}
