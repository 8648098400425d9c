package org.sparkradam.loss.lanes;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.sparkradam.loss.kernel.Matrix;
import org.sparkradam.loss.kernel.Strided;

/**
 * c += a·b: combinations of the rows of b. Each entry is a sum in the order of its terms by fused
 * multiplication and addition, from the entry that was there, whatever the shape around it. Four
 * vectors of an entry's row of c, or of two rows, are in registers while the rows of b pass by.
 */
final class RowCombinations {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_MAX;
  private static final int LANES = SPECIES.length();
  private static final int PANEL = 4 * LANES;

  private final Strided a;
  private final double[] f;
  private final int step;
  private final Matrix b;
  private final double[] sums;
  private final int length;

  /** Length of a row of the sums. */
  private final int padded;

  /** Where those vectors of a row end that have nothing of the one before. */
  private final int whole;

  /** Where a row's last vector begins. */
  private final int last;

  RowCombinations(Strided a, Matrix b, double[] sums, int padded) {
    this.a = a;
    this.f = a.values();
    this.step = a.columnStep();
    this.b = b;
    this.sums = sums;
    this.length = b.columns();
    this.padded = padded;
    this.whole = length - length % LANES;
    this.last = length - LANES;
  }

  void addTo(Matrix c) {
    read(c);
    int even = c.rows() & ~1;
    for (int panel = 0; panel < length; panel += PANEL) {
      for (int i = 0; i < even; i += 2) {
        two(a.rowFrom(i), a.rowFrom(i + 1), panel, i * padded + panel);
      }
      if (even < c.rows()) {
        one(a.rowFrom(even), panel, even * padded + panel);
      }
    }
    write(c);
  }

  /** The last vector of a row ends where the row ends, and stands for those beyond it, too. */
  private void read(Matrix c) {
    for (int row = 0; row < c.rows(); row++) {
      int to = row * padded;
      System.arraycopy(c.values(), c.rowFrom(row), sums, to, whole);
      for (int at = whole; at < padded; at += LANES) {
        System.arraycopy(c.values(), c.rowFrom(row) + last, sums, to + at, LANES);
      }
    }
  }

  private void write(Matrix c) {
    int fresh = length - whole;
    for (int row = 0; row < c.rows(); row++) {
      int from = row * padded;
      System.arraycopy(sums, from, c.values(), c.rowFrom(row), whole);
      System.arraycopy(
          sums, from + whole + (LANES - fresh) % LANES, c.values(), c.rowFrom(row) + whole, fresh);
    }
  }

  private void one(int fFrom, int panel, int to) {
    double[] x = b.values();
    DoubleVector s0 = DoubleVector.fromArray(SPECIES, sums, to);
    DoubleVector s1 = DoubleVector.fromArray(SPECIES, sums, to + LANES);
    DoubleVector s2 = DoubleVector.fromArray(SPECIES, sums, to + 2 * LANES);
    DoubleVector s3 = DoubleVector.fromArray(SPECIES, sums, to + 3 * LANES);
    int x0 = Math.min(panel, last);
    int x1 = Math.min(panel + LANES, last);
    int x2 = Math.min(panel + 2 * LANES, last);
    int x3 = Math.min(panel + 3 * LANES, last);
    int rows = b.rows();
    int at = b.from();
    for (int l = 0; l < rows; l++, at += length) {
      DoubleVector g = DoubleVector.broadcast(SPECIES, f[fFrom + l * step]);
      s0 = DoubleVector.fromArray(SPECIES, x, at + x0).fma(g, s0);
      s1 = DoubleVector.fromArray(SPECIES, x, at + x1).fma(g, s1);
      s2 = DoubleVector.fromArray(SPECIES, x, at + x2).fma(g, s2);
      s3 = DoubleVector.fromArray(SPECIES, x, at + x3).fma(g, s3);
    }
    DoubleVector.zero(SPECIES).add(s0).intoArray(sums, to);
    DoubleVector.zero(SPECIES).add(s1).intoArray(sums, to + LANES);
    DoubleVector.zero(SPECIES).add(s2).intoArray(sums, to + 2 * LANES);
    DoubleVector.zero(SPECIES).add(s3).intoArray(sums, to + 3 * LANES);
  }

  private void two(int fFrom, int gFrom, int panel, int to) {
    double[] x = b.values();
    int next = to + padded;
    DoubleVector s0 = DoubleVector.fromArray(SPECIES, sums, to);
    DoubleVector s1 = DoubleVector.fromArray(SPECIES, sums, to + LANES);
    DoubleVector s2 = DoubleVector.fromArray(SPECIES, sums, to + 2 * LANES);
    DoubleVector s3 = DoubleVector.fromArray(SPECIES, sums, to + 3 * LANES);
    DoubleVector t0 = DoubleVector.fromArray(SPECIES, sums, next);
    DoubleVector t1 = DoubleVector.fromArray(SPECIES, sums, next + LANES);
    DoubleVector t2 = DoubleVector.fromArray(SPECIES, sums, next + 2 * LANES);
    DoubleVector t3 = DoubleVector.fromArray(SPECIES, sums, next + 3 * LANES);
    int x0 = Math.min(panel, last);
    int x1 = Math.min(panel + LANES, last);
    int x2 = Math.min(panel + 2 * LANES, last);
    int x3 = Math.min(panel + 3 * LANES, last);
    int rows = b.rows();
    int at = b.from();
    for (int l = 0; l < rows; l++, at += length) {
      DoubleVector g = DoubleVector.broadcast(SPECIES, f[fFrom + l * step]);
      DoubleVector h = DoubleVector.broadcast(SPECIES, f[gFrom + l * step]);
      DoubleVector y = DoubleVector.fromArray(SPECIES, x, at + x0);
      s0 = y.fma(g, s0);
      t0 = y.fma(h, t0);
      y = DoubleVector.fromArray(SPECIES, x, at + x1);
      s1 = y.fma(g, s1);
      t1 = y.fma(h, t1);
      y = DoubleVector.fromArray(SPECIES, x, at + x2);
      s2 = y.fma(g, s2);
      t2 = y.fma(h, t2);
      y = DoubleVector.fromArray(SPECIES, x, at + x3);
      s3 = y.fma(g, s3);
      t3 = y.fma(h, t3);
    }
    DoubleVector.zero(SPECIES).add(s0).intoArray(sums, to);
    DoubleVector.zero(SPECIES).add(s1).intoArray(sums, to + LANES);
    DoubleVector.zero(SPECIES).add(s2).intoArray(sums, to + 2 * LANES);
    DoubleVector.zero(SPECIES).add(s3).intoArray(sums, to + 3 * LANES);
    DoubleVector.zero(SPECIES).add(t0).intoArray(sums, next);
    DoubleVector.zero(SPECIES).add(t1).intoArray(sums, next + LANES);
    DoubleVector.zero(SPECIES).add(t2).intoArray(sums, next + 2 * LANES);
    DoubleVector.zero(SPECIES).add(t3).intoArray(sums, next + 3 * LANES);
  }
}
