package org.sparkradam.train;

import java.util.List;

/**
 * Where training is after a step.
 *
 * @param step steps so far
 * @param epoch that the last step belonged to, from 0
 * @param rowsSeen rows in the minibatches of a trial that took part in all steps
 * @param seconds that all steps took so far, those before a resumption included
 * @param trials as they are now: the next step changes them
 */
public record TrainingState(
    long step, long epoch, long rowsSeen, double seconds, List<LockstepTrial> trials) {
  /** The trials that still take part. */
  public List<LockstepTrial> active() {
    return trials.stream().filter(LockstepTrial::active).toList();
  }

  /** The same of one trial alone. */
  TrainingState of(int trial) {
    return new TrainingState(step, epoch, rowsSeen, seconds, List.of(trials.get(trial)));
  }
}
