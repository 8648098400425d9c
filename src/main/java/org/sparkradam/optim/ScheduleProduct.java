package org.sparkradam.optim;

/** Two schedules multiplied, such as a decay after a warm-up. */
record ScheduleProduct(LearningRateSchedule first, LearningRateSchedule second)
    implements LearningRateSchedule {
  ScheduleProduct {
    Require.notNull("first", first);
    Require.notNull("second", second);
  }

  @Override
  public double factor(long t) {
    return first.factor(t) * second.factor(t);
  }
}
