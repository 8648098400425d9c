package org.sparkradam.loss.lanes;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.sparkradam.loss.kernel.Matrix;
import org.sparkradam.loss.kernel.SparseRows;

/**
 * Products of sparse rows with matrices, whose columns are whole vectors. Each sum is in the order
 * of the row's entries, by multiplication and addition that are not fused: so its bits are those of
 * plain loops. Four vectors are in registers while a row's entries pass by, where there are so
 * many.
 */
final class SparseVectors {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_MAX;
  private static final int LANES = SPECIES.length();
  private static final int PANEL = 4 * LANES;

  private final SparseRows x;
  private final int[] indices;
  private final double[] values;

  /** Of rows of m × k. */
  SparseVectors(SparseRows x) {
    this.x = x;
    this.indices = x.indices();
    this.values = x.values();
  }

  /** c += x·b in the first columns, with b of k × n, c of m × n. */
  void add(Matrix b, Matrix c, int columns) {
    int panels = columns - columns % PANEL;
    for (int row = 0; row < x.rows(); row++) {
      int begin = x.begin(row);
      int end = x.end(row);
      int to = c.rowFrom(row);
      for (int j = 0; j < panels; j += PANEL) {
        addFour(begin, end, b.values(), b.from() + j, b.columns(), c.values(), to + j);
      }
      for (int j = panels; j < columns; j += LANES) {
        addOne(begin, end, b.values(), b.from() + j, b.columns(), c.values(), to + j);
      }
    }
  }

  private void addOne(int begin, int end, double[] b, int from, int step, double[] c, int to) {
    DoubleVector s = DoubleVector.fromArray(SPECIES, c, to);
    for (int p = begin; p < end; p++) {
      s = DoubleVector.fromArray(SPECIES, b, from + indices[p] * step).mul(values[p]).add(s);
    }
    s.intoArray(c, to);
  }

  private void addFour(int begin, int end, double[] b, int from, int step, double[] c, int to) {
    DoubleVector s0 = DoubleVector.fromArray(SPECIES, c, to);
    DoubleVector s1 = DoubleVector.fromArray(SPECIES, c, to + LANES);
    DoubleVector s2 = DoubleVector.fromArray(SPECIES, c, to + 2 * LANES);
    DoubleVector s3 = DoubleVector.fromArray(SPECIES, c, to + 3 * LANES);
    for (int p = begin; p < end; p++) {
      int at = from + indices[p] * step;
      DoubleVector v = DoubleVector.broadcast(SPECIES, values[p]);
      s0 = DoubleVector.fromArray(SPECIES, b, at).mul(v).add(s0);
      s1 = DoubleVector.fromArray(SPECIES, b, at + LANES).mul(v).add(s1);
      s2 = DoubleVector.fromArray(SPECIES, b, at + 2 * LANES).mul(v).add(s2);
      s3 = DoubleVector.fromArray(SPECIES, b, at + 3 * LANES).mul(v).add(s3);
    }
    s0.intoArray(c, to);
    s1.intoArray(c, to + LANES);
    s2.intoArray(c, to + 2 * LANES);
    s3.intoArray(c, to + 3 * LANES);
  }

  /** c += xᵀ·b in the first columns, with b of m × n, c of k × n. */
  void addTransposed(Matrix b, Matrix c, int columns) {
    int panels = columns - columns % PANEL;
    for (int row = 0; row < x.rows(); row++) {
      int begin = x.begin(row);
      int end = x.end(row);
      int from = b.rowFrom(row);
      for (int j = 0; j < panels; j += PANEL) {
        addFourTransposed(begin, end, b.values(), from + j, c.values(), c.from() + j, c.columns());
      }
      for (int j = panels; j < columns; j += LANES) {
        addOneTransposed(begin, end, b.values(), from + j, c.values(), c.from() + j, c.columns());
      }
    }
  }

  private void addOneTransposed(
      int begin, int end, double[] b, int from, double[] c, int first, int step) {
    DoubleVector f = DoubleVector.fromArray(SPECIES, b, from);
    for (int p = begin; p < end; p++) {
      add(f.mul(values[p]), c, first + indices[p] * step);
    }
  }

  private void addFourTransposed(
      int begin, int end, double[] b, int from, double[] c, int first, int step) {
    DoubleVector f0 = DoubleVector.fromArray(SPECIES, b, from);
    DoubleVector f1 = DoubleVector.fromArray(SPECIES, b, from + LANES);
    DoubleVector f2 = DoubleVector.fromArray(SPECIES, b, from + 2 * LANES);
    DoubleVector f3 = DoubleVector.fromArray(SPECIES, b, from + 3 * LANES);
    for (int p = begin; p < end; p++) {
      int at = first + indices[p] * step;
      DoubleVector v = DoubleVector.broadcast(SPECIES, values[p]);
      add(f0.mul(v), c, at);
      add(f1.mul(v), c, at + LANES);
      add(f2.mul(v), c, at + 2 * LANES);
      add(f3.mul(v), c, at + 3 * LANES);
    }
  }

  private static void add(DoubleVector terms, double[] c, int at) {
    DoubleVector.fromArray(SPECIES, c, at).add(terms).intoArray(c, at);
  }
}
