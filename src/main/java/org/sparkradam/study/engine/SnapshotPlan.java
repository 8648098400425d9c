package org.sparkradam.study.engine;

import java.util.TreeSet;

/** At which steps a curve is drawn: the start, the first steps singly, then ever wider apart. */
final class SnapshotPlan {
  /** Enough for a smooth curve, few enough that evaluation costs less than training. */
  private static final int POINTS = 32;

  private SnapshotPlan() {}

  static TreeSet<Long> over(long steps) {
    TreeSet<Long> plan = new TreeSet<>();
    plan.add(0L);
    double ratio = Math.pow(steps, 1.0 / (POINTS / 2));
    for (double at = 1; at < steps; at = Math.max(at * ratio, at + 1)) {
      plan.add(Math.round(at));
    }
    // A logarithmic axis is well served by now; a linear one wants points at its far end too.
    for (int i = 1; i <= POINTS / 2; i++) {
      plan.add(Math.max(1, steps * i / (POINTS / 2)));
    }
    return plan;
  }
}
