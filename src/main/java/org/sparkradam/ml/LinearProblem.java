package org.sparkradam.ml;

import org.sparkradam.loss.MarginLoss;

/**
 * A linear model to be trained, in the units of its standardised rows.
 *
 * @param loss of a row's margins
 * @param labelScale what labels are divided by
 * @param start in the units of the raw rows
 * @param l1 strength of Σ|w| in the objective
 * @param l2 strength of Σw²/2
 */
record LinearProblem(MarginLoss loss, double labelScale, LinearStart start, double l1, double l2) {}
