package org.sparkradam.loss.lanes;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.sparkradam.loss.kernel.Lanes;
import org.sparkradam.loss.kernel.Matrix;

/**
 * c += a·bᵀ: dot products of rows. Their terms are dealt to the lanes in turn and added by fused
 * multiplication and addition, then the lanes are added pairwise; so each sum is the same whichever
 * rows are taken together.
 *
 * <p>Methods are short: what HotSpot's compiler does not inline into one has its vectors on the
 * heap, and takes ten times as long.
 */
final class RowDots {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_MAX;
  private static final int LANES = SPECIES.length();

  private final Matrix b;
  private final double[] x;
  private final double[] w;
  private final double[] sums;
  private final int length;

  /** Length of a row of w. */
  private final int padded;

  /** Where those vectors of a row end that have nothing of the one before. */
  private final int whole;

  /** Where a row's last vector begins. */
  private final int last;

  RowDots(Matrix b, double[] weights, int padded, double[] sums) {
    this.b = b;
    this.x = b.values();
    this.w = weights;
    this.sums = sums;
    this.length = b.columns();
    this.padded = padded;
    this.whole = length - length % LANES;
    this.last = length - LANES;
  }

  void add(Matrix a, Matrix c) {
    pad(a);
    for (int row = 0; row < b.rows(); row += Lanes.RUN) {
      int rows = Math.min(Lanes.RUN, b.rows() - row);
      int even = a.rows() & ~1;
      for (int i = 0; i < even; i += 2) {
        addTwo(i * padded, b.rowFrom(row), rows);
        LaneSums.add(sums, 0, rows, c.values(), c.rowFrom(i) + row);
        LaneSums.add(sums, Lanes.RUN * LANES, rows, c.values(), c.rowFrom(i + 1) + row);
      }
      if (even < a.rows()) {
        addOne(even * padded, b.rowFrom(row), rows);
        LaneSums.add(sums, 0, rows, c.values(), c.rowFrom(even) + row);
      }
    }
  }

  /** The last vector of a row ends where the row ends: 0 for what the ones before it had. */
  private void pad(Matrix a) {
    for (int row = 0; row < a.rows(); row++) {
      int to = row * padded;
      Arrays.fill(w, to, to + padded, 0);
      System.arraycopy(a.values(), a.rowFrom(row), w, to, whole);
      int fresh = length - whole;
      System.arraycopy(
          a.values(), a.rowFrom(row) + whole, w, to + whole + (LANES - fresh) % LANES, fresh);
    }
  }

  private void addOne(int wFrom, int from, int rows) {
    if (padded == 4 * LANES) {
      one(wFrom, from, rows);
      return;
    }
    fours(wFrom, from, rows & ~3);
    for (int row = rows & ~3; row < rows; row++) {
      single(wFrom, from + row * length, row * LANES);
    }
  }

  private void addTwo(int wFrom, int from, int rows) {
    if (padded == 4 * LANES) {
      two(wFrom, from, rows);
      return;
    }
    int row = 0;
    for (; row + 4 <= rows; row += 4) {
      twoByFour(wFrom, from + row * length, row * LANES);
    }
    for (; row < rows; row++) {
      single(wFrom, from + row * length, row * LANES);
      single(wFrom + padded, from + row * length, (Lanes.RUN + row) * LANES);
    }
  }

  /** Rows of at most four vectors, with the weights in registers. */
  private void one(int wFrom, int from, int rows) {
    DoubleVector w0 = DoubleVector.fromArray(SPECIES, w, wFrom);
    DoubleVector w1 = DoubleVector.fromArray(SPECIES, w, wFrom + LANES);
    DoubleVector w2 = DoubleVector.fromArray(SPECIES, w, wFrom + 2 * LANES);
    DoubleVector w3 = DoubleVector.fromArray(SPECIES, w, wFrom + 3 * LANES);
    int x1 = Math.min(LANES, last);
    int x2 = Math.min(2 * LANES, last);
    int x3 = Math.min(3 * LANES, last);
    for (int row = 0, at = from; row < rows; row++, at += length) {
      DoubleVector sum = DoubleVector.fromArray(SPECIES, x, at).mul(w0);
      sum = DoubleVector.fromArray(SPECIES, x, at + x1).fma(w1, sum);
      sum = DoubleVector.fromArray(SPECIES, x, at + x2).fma(w2, sum);
      sum = DoubleVector.fromArray(SPECIES, x, at + x3).fma(w3, sum);
      sum.intoArray(sums, row * LANES);
    }
  }

  private void two(int wFrom, int from, int rows) {
    DoubleVector w0 = DoubleVector.fromArray(SPECIES, w, wFrom);
    DoubleVector w1 = DoubleVector.fromArray(SPECIES, w, wFrom + LANES);
    DoubleVector w2 = DoubleVector.fromArray(SPECIES, w, wFrom + 2 * LANES);
    DoubleVector w3 = DoubleVector.fromArray(SPECIES, w, wFrom + 3 * LANES);
    int next = wFrom + padded;
    DoubleVector v0 = DoubleVector.fromArray(SPECIES, w, next);
    DoubleVector v1 = DoubleVector.fromArray(SPECIES, w, next + LANES);
    DoubleVector v2 = DoubleVector.fromArray(SPECIES, w, next + 2 * LANES);
    DoubleVector v3 = DoubleVector.fromArray(SPECIES, w, next + 3 * LANES);
    int x1 = Math.min(LANES, last);
    int x2 = Math.min(2 * LANES, last);
    int x3 = Math.min(3 * LANES, last);
    for (int row = 0, at = from; row < rows; row++, at += length) {
      DoubleVector y = DoubleVector.fromArray(SPECIES, x, at);
      DoubleVector s = y.mul(w0);
      DoubleVector t = y.mul(v0);
      y = DoubleVector.fromArray(SPECIES, x, at + x1);
      s = y.fma(w1, s);
      t = y.fma(v1, t);
      y = DoubleVector.fromArray(SPECIES, x, at + x2);
      s = y.fma(w2, s);
      t = y.fma(v2, t);
      y = DoubleVector.fromArray(SPECIES, x, at + x3);
      y.fma(w3, s).intoArray(sums, row * LANES);
      y.fma(v3, t).intoArray(sums, (Lanes.RUN + row) * LANES);
    }
  }

  /** Long rows, four at a time. */
  private void fours(int wFrom, int from, int rows) {
    for (int row = 0, x0 = from; row < rows; row += 4, x0 += 4 * length) {
      DoubleVector s0 = DoubleVector.zero(SPECIES);
      DoubleVector s1 = s0;
      DoubleVector s2 = s0;
      DoubleVector s3 = s0;
      int x1 = x0 + length;
      int x2 = x1 + length;
      int x3 = x2 + length;
      for (int j = 0; j < whole; j += LANES) {
        DoubleVector y = DoubleVector.fromArray(SPECIES, w, wFrom + j);
        s0 = DoubleVector.fromArray(SPECIES, x, x0 + j).fma(y, s0);
        s1 = DoubleVector.fromArray(SPECIES, x, x1 + j).fma(y, s1);
        s2 = DoubleVector.fromArray(SPECIES, x, x2 + j).fma(y, s2);
        s3 = DoubleVector.fromArray(SPECIES, x, x3 + j).fma(y, s3);
      }
      if (whole < length) {
        DoubleVector y = DoubleVector.fromArray(SPECIES, w, wFrom + whole);
        s0 = DoubleVector.fromArray(SPECIES, x, x0 + last).fma(y, s0);
        s1 = DoubleVector.fromArray(SPECIES, x, x1 + last).fma(y, s1);
        s2 = DoubleVector.fromArray(SPECIES, x, x2 + last).fma(y, s2);
        s3 = DoubleVector.fromArray(SPECIES, x, x3 + last).fma(y, s3);
      }
      int to = row * LANES;
      DoubleVector.zero(SPECIES).add(s0).intoArray(sums, to);
      DoubleVector.zero(SPECIES).add(s1).intoArray(sums, to + LANES);
      DoubleVector.zero(SPECIES).add(s2).intoArray(sums, to + 2 * LANES);
      DoubleVector.zero(SPECIES).add(s3).intoArray(sums, to + 3 * LANES);
    }
  }

  private void twoByFour(int wFrom, int x0, int to) {
    DoubleVector s0 = DoubleVector.zero(SPECIES);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    DoubleVector t0 = s0;
    DoubleVector t1 = s0;
    DoubleVector t2 = s0;
    DoubleVector t3 = s0;
    int end = whole < length ? whole + LANES : whole;
    for (int j = 0; j < end; j += LANES) {
      int at = x0 + Math.min(j, last);
      DoubleVector v = DoubleVector.fromArray(SPECIES, w, wFrom + j);
      DoubleVector u = DoubleVector.fromArray(SPECIES, w, wFrom + padded + j);
      DoubleVector y = DoubleVector.fromArray(SPECIES, x, at);
      s0 = y.fma(v, s0);
      t0 = y.fma(u, t0);
      y = DoubleVector.fromArray(SPECIES, x, at + length);
      s1 = y.fma(v, s1);
      t1 = y.fma(u, t1);
      y = DoubleVector.fromArray(SPECIES, x, at + 2 * length);
      s2 = y.fma(v, s2);
      t2 = y.fma(u, t2);
      y = DoubleVector.fromArray(SPECIES, x, at + 3 * length);
      s3 = y.fma(v, s3);
      t3 = y.fma(u, t3);
    }
    DoubleVector.zero(SPECIES).add(s0).intoArray(sums, to);
    DoubleVector.zero(SPECIES).add(s1).intoArray(sums, to + LANES);
    DoubleVector.zero(SPECIES).add(s2).intoArray(sums, to + 2 * LANES);
    DoubleVector.zero(SPECIES).add(s3).intoArray(sums, to + 3 * LANES);
    int next = to + Lanes.RUN * LANES;
    DoubleVector.zero(SPECIES).add(t0).intoArray(sums, next);
    DoubleVector.zero(SPECIES).add(t1).intoArray(sums, next + LANES);
    DoubleVector.zero(SPECIES).add(t2).intoArray(sums, next + 2 * LANES);
    DoubleVector.zero(SPECIES).add(t3).intoArray(sums, next + 3 * LANES);
  }

  private void single(int wFrom, int from, int to) {
    DoubleVector sum = DoubleVector.zero(SPECIES);
    for (int j = 0; j < length; j += LANES) {
      DoubleVector y = DoubleVector.fromArray(SPECIES, w, wFrom + j);
      sum = DoubleVector.fromArray(SPECIES, x, from + Math.min(j, last)).fma(y, sum);
    }
    DoubleVector.zero(SPECIES).add(sum).intoArray(sums, to);
  }
}
