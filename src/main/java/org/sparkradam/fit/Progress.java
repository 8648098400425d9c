package org.sparkradam.fit;

import org.sparkradam.train.Resumption;

/** Shows a person how far a comparison is. */
public interface Progress {
  /** Told once, before all else, where a run goes on that is to be resumed. */
  default void resumed(Resumption resumption) {}

  /**
   * Told of every step, a moment before the next one.
   *
   * @param where the comparison is, such as "step 3 of 200, 24 trials"
   * @param share of all training that is done, from 0 to 1
   */
  void training(String where, double share);

  /** Told of what goes on once the trials are done, a moment before each part of it. */
  default void afterTrials(String what) {}
}
