package org.sparkradam.study.paired;

import java.util.Arrays;
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
}
