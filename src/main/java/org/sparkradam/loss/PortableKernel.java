package org.sparkradam.loss;

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
}
