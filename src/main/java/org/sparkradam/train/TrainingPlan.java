package org.sparkradam.train;

import org.sparkradam.block.TrainingPlace;

/**
 * What a training is going to do.
 *
 * @param steps at most
 * @param batchSize rows of a minibatch, or all where each step reads all
 * @param place where the rows lie and steps are computed
 */
public record TrainingPlan(long steps, long batchSize, TrainingPlace place) {}
