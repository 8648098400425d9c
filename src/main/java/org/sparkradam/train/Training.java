package org.sparkradam.train;

import java.util.Iterator;

/**
 * Training as an iterator of states, one a step; whoever iterates decides when it is enough. Not
 * thread-safe.
 */
public interface Training extends Iterator<TrainingState> {
  /** Where training is now, before the first step too. */
  TrainingState state();

  /** Whether a trial is left that takes part. */
  @Override
  boolean hasNext();

  /** One step. */
  @Override
  TrainingState next();
}
