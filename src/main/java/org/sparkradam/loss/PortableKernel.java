package org.sparkradam.loss;

/**
 * Plain loops and {@link StrictMath}: the same bits on any machine.
 *
 * <p>Each entry of a product is a sum in the order of its terms, whatever the shape around it, so a
 * weight vector has the same gradient alone or among many. Four terms or four entries are taken at
 * a time, which changes no sum: it hides the latency of an addition and saves loads and stores.
 */
public record PortableKernel() implements Kernel {
  static final String NAME = "portable";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void addProduct(Matrix a, Matrix b, Matrix c) {
    for (int i = 0; i < a.rows(); i++) {
      addCombination(a.values(), a.rowFrom(i), 1, b, c.values(), c.rowFrom(i));
    }
  }

  @Override
  public void addTransposedProduct(Matrix a, Matrix b, Matrix c) {
    for (int i = 0; i < a.columns(); i++) {
      addCombination(a.values(), a.from() + i, a.columns(), b, c.values(), c.rowFrom(i));
    }
  }

  @Override
  public void addProductWithTransposed(Matrix a, Matrix b, Matrix c) {
    for (int i = 0; i < a.rows(); i++) {
      addDots(a.values(), a.rowFrom(i), b, c.values(), c.rowFrom(i));
    }
  }

  @Override
  public double exp(double x) {
    return StrictMath.exp(x);
  }

  @Override
  public double log1p(double x) {
    return StrictMath.log1p(x);
  }

  /** sum += Σ_l factor_l · (row l of b); factors are {@code stride} apart. */
  private static void addCombination(
      double[] factors, int from, int stride, Matrix b, double[] sum, int sumFrom) {
    int whole = b.rows() & ~3;
    int at = from;
    for (int row = 0; row < whole; row += 4, at += 4 * stride) {
      double f0 = factors[at];
      double f1 = factors[at + stride];
      double f2 = factors[at + 2 * stride];
      double f3 = factors[at + 3 * stride];
      addFour(f0, f1, f2, f3, b.values(), b.rowFrom(row), b.columns(), sum, sumFrom);
    }
    for (int row = whole; row < b.rows(); row++, at += stride) {
      addOne(factors[at], b.values(), b.rowFrom(row), b.columns(), sum, sumFrom);
    }
  }

  private static void addFour(
      double f0,
      double f1,
      double f2,
      double f3,
      double[] x,
      int x0,
      int length,
      double[] sum,
      int from) {
    int x1 = x0 + length;
    int x2 = x1 + length;
    int x3 = x2 + length;
    for (int j = 0; j < length; j++) {
      sum[from + j] =
          (((sum[from + j] + f0 * x[x0 + j]) + f1 * x[x1 + j]) + f2 * x[x2 + j]) + f3 * x[x3 + j];
    }
  }

  private static void addOne(
      double factor, double[] x, int xFrom, int length, double[] sum, int from) {
    for (int j = 0; j < length; j++) {
      sum[from + j] += factor * x[xFrom + j];
    }
  }

  /** sum_r += vector · (row r of b). */
  private static void addDots(double[] vector, int from, Matrix b, double[] sum, int sumFrom) {
    int whole = b.rows() & ~3;
    for (int row = 0; row < whole; row += 4) {
      addFourDots(vector, from, b.values(), b.rowFrom(row), b.columns(), sum, sumFrom + row);
    }
    for (int row = whole; row < b.rows(); row++) {
      double dot = 0;
      for (int j = 0; j < b.columns(); j++) {
        dot += vector[from + j] * b.values()[b.rowFrom(row) + j];
      }
      sum[sumFrom + row] += dot;
    }
  }

  private static void addFourDots(
      double[] vector, int from, double[] x, int x0, int length, double[] sum, int sumFrom) {
    int x1 = x0 + length;
    int x2 = x1 + length;
    int x3 = x2 + length;
    double d0 = 0;
    double d1 = 0;
    double d2 = 0;
    double d3 = 0;
    for (int j = 0; j < length; j++) {
      double factor = vector[from + j];
      d0 += factor * x[x0 + j];
      d1 += factor * x[x1 + j];
      d2 += factor * x[x2 + j];
      d3 += factor * x[x3 + j];
    }
    sum[sumFrom] += d0;
    sum[sumFrom + 1] += d1;
    sum[sumFrom + 2] += d2;
    sum[sumFrom + 3] += d3;
  }
}
