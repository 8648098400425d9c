package org.sparkradam.benchmark;

import java.util.Arrays;
import org.sparkradam.optim.Ranges;

/**
 * a = b + s·c over arrays far larger than the caches, by the threads that a step has: how fast
 * memory is (McCalpin's STREAM).
 */
record Triad(double[] a, double[] b, double[] c) {
  /** A step reads gradient, weight and two moments, and writes all but the gradient. */
  static final long BYTES_OF_STEP = 7 * Double.BYTES;

  private static final long BYTES_OF_PLACE = 3 * Double.BYTES;

  /** One that reads and writes so many bytes. */
  static Triad over(long bytes) {
    int places = Math.toIntExact(bytes / BYTES_OF_PLACE);
    double[] b = new double[places];
    double[] c = new double[places];
    Arrays.fill(b, 1);
    Arrays.fill(c, 2);
    return new Triad(new double[places], b, c);
  }

  Side side(int calls) {
    return Side.of(calls, () -> Ranges.forEach(a.length, range -> add(range, 3)));
  }

  private void add(Ranges.Range range, double s) {
    for (int i = range.from(); i < range.to(); i++) {
      a[i] = b[i] + s * c[i];
    }
  }
}
