package org.sparkradam.loss.kernel;

/**
 * Plain loops and {@link StrictMath}: the same bits on any machine.
 *
 * <p>Each entry of a product is a sum in the order of its terms, from the entry that was there,
 * whatever the shape around it and whichever way is taken: so a weight vector has the same gradient
 * alone or among many.
 */
public record PortableKernel() implements Kernel {
  static final String NAME = "portable";

  /** So many rows repay a copy of the other operand. */
  private static final int MANY = 3;

  /** Loops below this spend more on their beginning and end than on vector instructions. */
  private static final int LONG = 48;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void addProduct(Matrix a, Matrix b, Matrix c, Workspace workspace) {
    add(Strided.of(a), Strided.of(b), Strided.of(c), workspace);
  }

  @Override
  public void addTransposedProduct(Matrix a, Matrix b, Matrix c, Workspace workspace) {
    add(Strided.of(a).transposed(), Strided.of(b), Strided.of(c), workspace);
  }

  @Override
  public void addProductWithTransposed(Matrix a, Matrix b, Matrix c, Workspace workspace) {
    add(Strided.of(a), Strided.of(b).transposed(), Strided.of(c), workspace);
  }

  /** c = a·b, or its transposed bᵀ·aᵀ where that makes for longer loops. */
  private static void add(Strided a, Strided b, Strided c, Workspace workspace) {
    if (a.rows() < MANY) {
      RowProduct.add(a, b, c);
    } else if (b.columns() < Math.min(LONG, a.rows())) {
      PanelProduct.add(b.transposed(), a.transposed(), c.transposed(), workspace);
    } else {
      PanelProduct.add(a, b, c, workspace);
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

  /**
   * c += a·b by rows of b that were copied into arrays of their own, the panel.
   *
   * <p>HotSpot's compiler makes vector instructions of a loop only where all of its arrays are read
   * and written at the same index, which rows within one array are not. A copy of b costs what two
   * products of a row of a with it cost; vector instructions then take a third of the time. Goto
   * &amp; van de Geijn, <a href="https://doi.org/10.1145/1356052.1356053">"Anatomy of
   * high-performance matrix multiplication"</a>, ACM TOMS 34 (2008), copy for the caches' sake.
   */
  private static final class PanelProduct {
    private PanelProduct() {}

    static void add(Strided a, Strided b, Strided c, Workspace workspace) {
      double[][] panel = workspace.panel(b.rows(), b.columns());
      double[] sum = workspace.array(Workspace.Slot.PANEL_SUM, b.columns());
      b.copyRowsTo(panel);
      for (int i = 0; i < a.rows(); i++) {
        c.copyRowTo(i, sum);
        addCombination(a, i, panel, sum, b.columns());
        c.setRow(i, sum);
      }
    }

    private static void addCombination(
        Strided a, int row, double[][] panel, double[] sum, int length) {
      double[] factors = a.values();
      int step = a.columnStep();
      int whole = a.columns() & ~3;
      int at = a.rowFrom(row);
      for (int l = 0; l < whole; l += 4, at += 4 * step) {
        double f0 = factors[at];
        double f1 = factors[at + step];
        double f2 = factors[at + 2 * step];
        double f3 = factors[at + 3 * step];
        addFour(f0, f1, f2, f3, panel[l], panel[l + 1], panel[l + 2], panel[l + 3], sum, length);
      }
      for (int l = whole; l < a.columns(); l++, at += step) {
        addOne(factors[at], panel[l], sum, length);
      }
    }

    private static void addFour(
        double f0,
        double f1,
        double f2,
        double f3,
        double[] x0,
        double[] x1,
        double[] x2,
        double[] x3,
        double[] sum,
        int length) {
      for (int j = 0; j < length; j++) {
        sum[j] = (((sum[j] + f0 * x0[j]) + f1 * x1[j]) + f2 * x2[j]) + f3 * x3[j];
      }
    }

    private static void addOne(double factor, double[] x, double[] sum, int length) {
      for (int j = 0; j < length; j++) {
        sum[j] += factor * x[j];
      }
    }
  }
}
