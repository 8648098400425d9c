package org.sparkradam.study.histogram;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** At which steps the gradient is looked at: the first ones singly, then at round numbers. */
final class HistogramSteps {
  /** The gradient of step 11 is the first after ten updates, within which the paper sees it. */
  static final int DENSE = 11;

  /** Nearly equal ratios, ten to a decade. */
  private static final List<Integer> ROUND = List.of(10, 12, 15, 20, 25, 30, 40, 50, 60, 80);

  private HistogramSteps() {}

  /** Steps from 1, the last among them. */
  static TreeSet<Long> upTo(long last) {
    TreeSet<Long> steps = new TreeSet<>();
    LongStream.rangeClosed(1, Math.min(DENSE, last)).forEach(steps::add);
    for (long power = 1; 10 * power <= last; power *= 10) {
      for (int round : ROUND) {
        steps.add(Math.min(last, round * power));
      }
    }
    steps.add(last);
    return steps;
  }
}
