package org.sparkradam.study.histogram;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.ml.distance.EarthMoversDistance;

/**
 * How many coordinates of a gradient have which size, on a logarithmic axis. Zeros, which have no
 * place there, are counted apart; what is not finite is not counted.
 *
 * @param firstBin the {@link Bins bin} of the first count
 * @param counts coordinates in neighbouring bins, none at all if every coordinate is 0
 * @param zeros coordinates that are exactly 0, such as those of features that no row of the
 *     minibatch has
 */
record LogHistogram(int firstBin, long[] counts, long zeros) {

  /** Of all coordinates, intercepts among them. */
  static LogHistogram of(double[] gradient) {
    long[] all = new long[Bins.HIGHEST - Bins.LOWEST + 1];
    long zeros = 0;
    for (double coordinate : gradient) {
      if (coordinate == 0) {
        zeros++;
      } else if (Double.isFinite(coordinate)) {
        all[Bins.of(Math.abs(coordinate)) - Bins.LOWEST]++;
      }
    }
    return trimmed(all, zeros);
  }

  private static LogHistogram trimmed(long[] all, long zeros) {
    int[] used = IntStream.range(0, all.length).filter(i -> all[i] > 0).toArray();
    if (used.length == 0) {
      return new LogHistogram(0, new long[0], zeros);
    }
    int last = used[used.length - 1];
    return new LogHistogram(
        Bins.LOWEST + used[0], Arrays.copyOfRange(all, used[0], last + 1), zeros);
  }

  /** Coordinates that are not 0. */
  long nonZeros() {
    return Arrays.stream(counts).sum();
  }

  /** The bin after the last count. */
  int endBin() {
    return firstBin + counts.length;
  }

  /** Coordinates in a bin, wherever it is. */
  long count(int bin) {
    return bin < firstBin || bin >= endBin() ? 0 : counts[bin - firstBin];
  }

  /**
   * The Wasserstein-1 distance of the coordinates that are not 0: the area between the two
   * cumulative shares over log10 |g|, in decades. From bins, so within one bin's width, 0.05.
   *
   * @return infinite if only one of them has nothing but zeros, which no logarithm reaches
   */
  double distance(LogHistogram other) {
    if (nonZeros() == 0 || other.nonZeros() == 0) {
      return nonZeros() == other.nonZeros() ? 0 : Double.POSITIVE_INFINITY;
    }
    int from = Math.min(firstBin, other.firstBin);
    int to = Math.max(endBin(), other.endBin());
    return new EarthMoversDistance().compute(shares(from, to), other.shares(from, to))
        / Bins.PER_DECADE;
  }

  /** The share of each bin among the coordinates that are not 0. */
  private double[] shares(int from, int to) {
    double total = nonZeros();
    return IntStream.range(from, to).mapToDouble(bin -> count(bin) / total).toArray();
  }

  /** The bin up to which this share of the coordinates that are not 0 lies; there must be one. */
  int quantileBin(double share) {
    long rest = (long) Math.ceil(share * nonZeros());
    int bin = firstBin;
    while (rest > count(bin)) {
      rest -= count(bin);
      bin++;
    }
    return bin;
  }

  /** The mean of log10 |g| over the coordinates that are not 0; NaN if there are none. */
  double meanPower() {
    return IntStream.range(firstBin, endBin())
            .mapToDouble(bin -> count(bin) * Bins.middle(bin))
            .sum()
        / nonZeros();
  }

  /** Bins of equal width on the logarithmic axis of |g|, numbered upwards from 1 = 10⁰. */
  static final class Bins {
    /** Twenty make a decade, so that ten times a value is exactly twenty bins higher. */
    static final int PER_DECADE = 20;

    /** That of the least positive double. */
    static final int LOWEST = of(Double.MIN_VALUE);

    /** That of the greatest finite double. */
    static final int HIGHEST = of(Double.MAX_VALUE);

    private Bins() {}

    /** The bin of a positive number. */
    static int of(double size) {
      // StrictMath, for the same counts on any machine.
      return (int) Math.floor(PER_DECADE * StrictMath.log10(size));
    }

    /** The lower edge as a power of ten; the upper one is the next bin's. */
    static double low(int bin) {
      return (double) bin / PER_DECADE;
    }

    /** The middle as a power of ten. */
    static double middle(int bin) {
      return (bin + 0.5) / PER_DECADE;
    }
  }
}
