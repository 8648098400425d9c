package org.sparkradam.ml;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;

/**
 * What a stage asks to be trained, step by step, so that several can go the way together.
 *
 * @param <M> the model
 */
interface StageTraining<M> {
  MiniBatchStage stage();

  /**
   * What is read of a row of such a table.
   *
   * @throws IllegalArgumentException if it has not the columns of the features
   */
  TrainingColumns columns(StructType table);

  /**
   * Looks at the params, before any job has run.
   *
   * @throws IllegalArgumentException if they do not go together
   */
  void check();

  /**
   * What is to be done with rows that have been looked at.
   *
   * @param table that they are of
   * @throws IllegalArgumentException if they do not go with the params
   */
  PlannedFit<M> plan(TrainingRows rows, Dataset<?> table);
}
