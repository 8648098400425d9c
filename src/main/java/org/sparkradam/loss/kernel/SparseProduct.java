package org.sparkradam.loss.kernel;

/**
 * Products of sparse rows with matrices of some columns. Four columns at a time go through a row's
 * entries, in the processor's registers; each sum is in the order of the entries.
 */
public final class SparseProduct {
  private final SparseRows x;
  private final int[] indices;
  private final double[] values;

  /** Of rows of m × k. */
  public SparseProduct(SparseRows x) {
    this.x = x;
    this.indices = x.indices();
    this.values = x.values();
  }

  /** c += x·b in the columns from the first one on, with b of k × n, c of m × n. */
  public void add(Matrix b, Matrix c, int firstColumn) {
    int whole = wholeFours(firstColumn, c.columns());
    for (int row = 0; row < x.rows(); row++) {
      int begin = x.begin(row);
      int end = x.end(row);
      for (int j = firstColumn; j < whole; j += 4) {
        addFour(begin, end, b, j, c.values(), c.rowFrom(row) + j);
      }
      for (int j = whole; j < c.columns(); j++) {
        addOne(begin, end, b, j, c.values(), c.rowFrom(row) + j);
      }
    }
  }

  private static int wholeFours(int from, int to) {
    return from + (to - from & ~3);
  }

  private void addFour(int begin, int end, Matrix b, int column, double[] c, int to) {
    double[] w = b.values();
    int from = b.from() + column;
    int step = b.columns();
    double s0 = c[to];
    double s1 = c[to + 1];
    double s2 = c[to + 2];
    double s3 = c[to + 3];
    for (int p = begin; p < end; p++) {
      double x = values[p];
      int at = from + indices[p] * step;
      s0 += x * w[at];
      s1 += x * w[at + 1];
      s2 += x * w[at + 2];
      s3 += x * w[at + 3];
    }
    c[to] = s0;
    c[to + 1] = s1;
    c[to + 2] = s2;
    c[to + 3] = s3;
  }

  private void addOne(int begin, int end, Matrix b, int column, double[] c, int to) {
    double sum = c[to];
    for (int p = begin; p < end; p++) {
      sum += values[p] * b.values()[b.rowFrom(indices[p]) + column];
    }
    c[to] = sum;
  }

  /** c += xᵀ·b in the columns from the first one on, with b of m × n, c of k × n. */
  public void addTransposed(Matrix b, Matrix c, int firstColumn) {
    int whole = wholeFours(firstColumn, c.columns());
    for (int row = 0; row < x.rows(); row++) {
      int begin = x.begin(row);
      int end = x.end(row);
      for (int j = firstColumn; j < whole; j += 4) {
        addFourTransposed(begin, end, b.values(), b.rowFrom(row) + j, c, j);
      }
      for (int j = whole; j < c.columns(); j++) {
        double factor = b.values()[b.rowFrom(row) + j];
        for (int p = begin; p < end; p++) {
          c.values()[c.rowFrom(indices[p]) + j] += values[p] * factor;
        }
      }
    }
  }

  private void addFourTransposed(int begin, int end, double[] b, int from, Matrix c, int column) {
    double[] g = c.values();
    int first = c.from() + column;
    int step = c.columns();
    double f0 = b[from];
    double f1 = b[from + 1];
    double f2 = b[from + 2];
    double f3 = b[from + 3];
    for (int p = begin; p < end; p++) {
      double x = values[p];
      int at = first + indices[p] * step;
      g[at] += x * f0;
      g[at + 1] += x * f1;
      g[at + 2] += x * f2;
      g[at + 3] += x * f3;
    }
  }
}
