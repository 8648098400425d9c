package org.sparkradam.train;

import org.sparkradam.block.TrainingPlace;

/**
 * What a training is going to do.
 *
 * @param steps at most
 * @param batchSize rows of a minibatch, or all where each step reads all
 * @param place where the rows lie and steps are computed
 * @param fingerprint of the rows trained on, those that weigh something ({@link
 *     org.sparkradam.block.ShuffledBlocks#fingerprint})
 */
public record TrainingPlan(long steps, long batchSize, TrainingPlace place, String fingerprint) {
  /** The same with the steps that were made. */
  public TrainingPlan ended(long made) {
    return new TrainingPlan(made, batchSize, place, fingerprint);
  }
}
