package org.sparkradam.study.paired;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The percentile bootstrap of a mean (Efron 1979, <a
 * href="https://doi.org/10.1214/aos/1176344552">doi:10.1214/aos/1176344552</a>): values are drawn
 * anew with replacement, and the middle 95 % of the means of such draws are the interval. Of five
 * values it is somewhat too narrow: of normal ones it covers the mean 83 times in 100.
 */
final class Bootstrap {
  static final int DRAWS = 10_000;
  private static final double OUTSIDE = 0.05;

  private Bootstrap() {}

  /** The interval of the mean; unknown of fewer than two values. The same values, the same bits. */
  static Interval ofMean(double[] values) {
    if (values.length < 2) {
      return Interval.UNKNOWN;
    }
    SplittableRandom random = new SplittableRandom(1);
    double[] means = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      means[i] = drawnMean(values, random);
    }
    Arrays.sort(means);
    int cut = (int) (DRAWS * OUTSIDE / 2);
    return new Interval(means[cut], means[DRAWS - 1 - cut]);
  }

  private static double drawnMean(double[] values, SplittableRandom random) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[random.nextInt(values.length)];
    }
    return sum / values.length;
  }
}
