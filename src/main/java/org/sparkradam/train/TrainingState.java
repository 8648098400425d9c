package org.sparkradam.train;

import java.util.List;

/**
 * Where training is after a step.
 *
 * @param step steps so far
 * @param epoch that the step belonged to, from 0
 * @param rowsSeen rows in the minibatches of a trial so far
 * @param trials as they are now: the next step changes them
 */
public record TrainingState(long step, long epoch, long rowsSeen, List<LockstepTrial> trials) {}
