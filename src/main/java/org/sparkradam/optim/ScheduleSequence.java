package org.sparkradam.optim;

/** One schedule for some steps, then another, which starts at its own step 1. */
record ScheduleSequence(LearningRateSchedule first, long steps, LearningRateSchedule next)
    implements LearningRateSchedule {
  ScheduleSequence {
    Require.notNull("first", first);
    Require.atLeast("steps", steps, 0);
    Require.notNull("next", next);
  }

  @Override
  public double factor(long t) {
    return t <= steps ? first.factor(t) : next.factor(t - steps);
  }
}
