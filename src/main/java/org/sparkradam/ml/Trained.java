package org.sparkradam.ml;

/**
 * What a fit has trained.
 *
 * @param model without the stage's params
 * @param objectiveHistory the objective at each step
 */
record Trained<M>(M model, double[] objectiveHistory) {}
