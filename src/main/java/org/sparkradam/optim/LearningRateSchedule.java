package org.sparkradam.optim;

import java.io.Serializable;

/**
 * What the base learning rate is multiplied by at each step: α_t = α · factor(t).
 *
 * <p>Implementations are immutable and depend on t alone, so that a resumed run continues as if it
 * had never stopped. {@link Schedules} has the usual ones.
 */
@FunctionalInterface
public interface LearningRateSchedule extends Serializable {
  /**
   * The factor of one step.
   *
   * @param t the gradients consumed with this one, from 1
   * @return finite and at least 0
   */
  double factor(long t);

  /**
   * {@return the product of this schedule and another, such as a decay after a warm-up}
   *
   * @param other whose factor at the same t is the other one
   */
  default LearningRateSchedule times(LearningRateSchedule other) {
    return new Schedules.Product(this, other);
  }

  /**
   * This schedule for {@code steps} steps, then another, which starts at its own step 1.
   *
   * @param steps at least 0
   * @param next what follows
   * @return the sequence of both
   */
  default LearningRateSchedule then(long steps, LearningRateSchedule next) {
    return new Schedules.Sequence(this, steps, next);
  }
}
