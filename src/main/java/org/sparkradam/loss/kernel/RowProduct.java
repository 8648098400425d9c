package org.sparkradam.loss.kernel;

/**
 * c += a·b row after row of a, straight from the operands: for few rows, which do not repay a
 * {@link PortableKernel}'s copy. Four or eight terms or entries are taken at a time, which changes
 * no sum: it hides the latency of an addition and saves loads and stores.
 */
final class RowProduct {
  private RowProduct() {}

  /** The rows of b or its columns, and the rows of c, have to be without gaps. */
  static void add(Strided a, Strided b, Strided c) {
    for (int i = 0; i < a.rows(); i++) {
      if (b.columnStep() == 1) {
        addCombination(a, i, b, c.values(), c.rowFrom(i));
      } else {
        addDots(a, i, b.transposed(), c.values(), c.rowFrom(i));
      }
    }
  }

  /** sum += Σ_l a_il · (row l of b). */
  private static void addCombination(Strided a, int i, Strided b, double[] sum, int sumFrom) {
    double[] f = a.values();
    int step = a.columnStep();
    int whole = b.rows() & ~7;
    int at = a.rowFrom(i);
    for (int row = 0; row < whole; row += 8, at += 8 * step) {
      addEight(f, at, step, b, row, sum, sumFrom);
    }
    for (int row = whole; row < b.rows(); row++, at += step) {
      addOne(f[at], b.values(), b.rowFrom(row), b.columns(), sum, sumFrom);
    }
  }

  private static void addEight(
      double[] f, int at, int step, Strided b, int row, double[] sum, int from) {
    double f0 = f[at];
    double f1 = f[at + step];
    double f2 = f[at + 2 * step];
    double f3 = f[at + 3 * step];
    double f4 = f[at + 4 * step];
    double f5 = f[at + 5 * step];
    double f6 = f[at + 6 * step];
    double f7 = f[at + 7 * step];
    double[] x = b.values();
    int x0 = b.rowFrom(row);
    int x1 = b.rowFrom(row + 1);
    int x2 = b.rowFrom(row + 2);
    int x3 = b.rowFrom(row + 3);
    int x4 = b.rowFrom(row + 4);
    int x5 = b.rowFrom(row + 5);
    int x6 = b.rowFrom(row + 6);
    int x7 = b.rowFrom(row + 7);
    int length = b.columns();
    for (int j = 0; j < length; j++) {
      double half =
          (((sum[from + j] + f0 * x[x0 + j]) + f1 * x[x1 + j]) + f2 * x[x2 + j]) + f3 * x[x3 + j];
      sum[from + j] =
          (((half + f4 * x[x4 + j]) + f5 * x[x5 + j]) + f6 * x[x6 + j]) + f7 * x[x7 + j];
    }
  }

  private static void addOne(
      double factor, double[] x, int xFrom, int length, double[] sum, int from) {
    for (int j = 0; j < length; j++) {
      sum[from + j] += factor * x[xFrom + j];
    }
  }

  /** sum_r += a_i · (row r of b). */
  private static void addDots(Strided a, int i, Strided b, double[] sum, int sumFrom) {
    int whole = b.rows() & ~3;
    for (int row = 0; row < whole; row += 4) {
      addFourDots(a, i, b, row, sum, sumFrom + row);
    }
    for (int row = whole; row < b.rows(); row++) {
      double dot = sum[sumFrom + row];
      for (int j = 0; j < b.columns(); j++) {
        dot += a.values()[a.rowFrom(i) + j] * b.values()[b.rowFrom(row) + j];
      }
      sum[sumFrom + row] = dot;
    }
  }

  private static void addFourDots(Strided a, int i, Strided b, int row, double[] sum, int sumFrom) {
    double[] vector = a.values();
    double[] x = b.values();
    int from = a.rowFrom(i);
    int x0 = b.rowFrom(row);
    int x1 = b.rowFrom(row + 1);
    int x2 = b.rowFrom(row + 2);
    int x3 = b.rowFrom(row + 3);
    double d0 = sum[sumFrom];
    double d1 = sum[sumFrom + 1];
    double d2 = sum[sumFrom + 2];
    double d3 = sum[sumFrom + 3];
    int length = b.columns();
    for (int j = 0; j < length; j++) {
      double factor = vector[from + j];
      d0 += factor * x[x0 + j];
      d1 += factor * x[x1 + j];
      d2 += factor * x[x2 + j];
      d3 += factor * x[x3 + j];
    }
    sum[sumFrom] = d0;
    sum[sumFrom + 1] = d1;
    sum[sumFrom + 2] = d2;
    sum[sumFrom + 3] = d3;
  }
}
