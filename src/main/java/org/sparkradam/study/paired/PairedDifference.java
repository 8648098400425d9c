package org.sparkradam.study.paired;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How one solver differs from another over seeds, each seed a pair that shared its start and every
 * minibatch.
 *
 * @param mean of the differences; NaN if a trial of either diverged
 * @param interval of that mean, by bootstrap over seeds, 95 %
 * @param values the differences, a seed each
 */
public record PairedDifference(double mean, Interval interval, double[] values) {
  /** Of {@code ours} minus {@code theirs}, which must be of the same seeds in the same order. */
  public static PairedDifference of(double[] ours, double[] theirs) {
    if (ours.length != theirs.length) {
      throw new IllegalArgumentException(ours.length + " values against " + theirs.length);
    }
    double[] values =
        IntStream.range(0, ours.length).mapToDouble(i -> ours[i] - theirs[i]).toArray();
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    return new PairedDifference(
        mean, Double.isNaN(mean) ? Interval.UNKNOWN : Bootstrap.ofMean(values), values);
  }

  /**
   * The percentile bootstrap of a mean (Efron 1979, <a
   * href="https://doi.org/10.1214/aos/1176344552">doi:10.1214/aos/1176344552</a>): values are drawn
   * anew with replacement, and the middle 95 % of the means of such draws are the interval. Of five
   * values it is somewhat too narrow: of normal ones it covers the mean 83 times in 100.
   */
  static final class Bootstrap {
    static final int DRAWS = 10_000;
    private static final double OUTSIDE = 0.05;

    private Bootstrap() {}

    /**
     * The interval of the mean; unknown of fewer than two values. The same values, the same bits.
     */
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
}
