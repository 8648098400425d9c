package org.sparkradam.ml;

/**
 * What training gave.
 *
 * @param weights on the blocks' features, in the loss's layout
 * @param objectiveHistory the loss of each step's minibatch with the penalty, before the step
 */
record Fitted(double[] weights, double[] objectiveHistory) {}
