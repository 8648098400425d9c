package org.sparkradam.train;

import org.sparkradam.train.checkpoint.SavedState;

/**
 * A part of a run that a checkpoint can hold: after {@link #restore} it goes on as if it had never
 * stopped.
 */
public interface Resumable {
  /** Leaves all that the next step needs; arrays are handed over, not copied. */
  void save(SavedState to);

  /**
   * Takes over what {@link #save} left, in place of what this part holds.
   *
   * @throws IllegalStateException if a value is missing
   */
  void restore(SavedState from);
}
