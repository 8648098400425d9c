package org.sparkradam.ml.internal.fit;

/**
 * What training gave.
 *
 * @param <R> first the weights on the blocks' features, in the loss's layout, then a model without
 *     the stage's params
 * @param objectiveHistory the loss of each step's minibatch with the penalty, before the step
 */
public record Trained<R>(R result, double[] objectiveHistory) {}
