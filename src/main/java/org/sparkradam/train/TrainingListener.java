package org.sparkradam.train;

/**
 * Told what happens in training, on the thread that trains. May read states, and not change them,
 * but for a trial that it tells to stop by {@link LockstepTrial#finish}.
 */
@FunctionalInterface
public interface TrainingListener {
  /** Before all else, in the fit of a stage. */
  default void onPlan(TrainingPlan plan) {}

  /** Before the first state, in a run that looks for a checkpoint to go on from. */
  default void onResume(Resumption resumption) {}

  /** After a step; and once before the first one, or the first after a resumption. */
  void onState(TrainingState state);

  /** When no further step comes. */
  default void onStop(TrainingState state, String reason) {}
}
