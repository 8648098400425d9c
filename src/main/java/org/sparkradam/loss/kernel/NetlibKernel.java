package org.sparkradam.loss.kernel;

import java.util.Locale;
import java.util.Objects;

/**
 * The BLAS that Spark has, dev.ludovic.netlib, and {@link Math}: the same bits on the same JDK and
 * kind of processor.
 *
 * <p>Products go through gemv, row by row: netlib's gemm in Java does not vectorise its sums and
 * takes two to three times as long, as long as the shared operand is in the core's cache, where the
 * losses' tiles are. Hence here, too, a weight vector has the same gradient alone or among many.
 *
 * @param flavor chosen on the driver; a JVM that lacks it refuses to compute
 */
public record NetlibKernel(BlasFlavor flavor) implements Kernel {
  /**
   * @throws NullPointerException if there is no flavor
   */
  public NetlibKernel {
    Objects.requireNonNull(flavor, "flavor");
  }

  /** With the best BLAS in Java that this JVM has; a native one is taken only when named. */
  public static NetlibKernel ofThisJvm() {
    return new NetlibKernel(BlasFlavor.ofThisJvm());
  }

  @Override
  public String name() {
    return "netlib:" + flavor.name().toLowerCase(Locale.ROOT);
  }

  /** Row-major b is the column-major transposed of what BLAS takes it for: no "T" here. */
  @Override
  public void addProduct(Matrix a, Matrix b, Matrix c, Workspace workspace) {
    for (int i = 0; i < a.rows(); i++) {
      gemv("N", b, a.values(), a.rowFrom(i), c.values(), c.rowFrom(i));
    }
  }

  @Override
  public void addProductWithTransposed(Matrix a, Matrix b, Matrix c, Workspace workspace) {
    for (int i = 0; i < a.rows(); i++) {
      gemv("T", b, a.values(), a.rowFrom(i), c.values(), c.rowFrom(i));
    }
  }

  @Override
  public void addTransposedProduct(Matrix a, Matrix b, Matrix c, Workspace workspace) {
    int m = a.columns();
    int n = b.columns();
    double[] x = a.values();
    double[] y = b.values();
    flavor
        .blas()
        .dgemm(
            "N",
            "T",
            n,
            m,
            a.rows(),
            1,
            y,
            b.from(),
            n,
            x,
            a.from(),
            m,
            1,
            c.values(),
            c.from(),
            n);
  }

  private void gemv(String trans, Matrix a, double[] x, int xFrom, double[] y, int yFrom) {
    flavor
        .blas()
        .dgemv(
            trans,
            a.columns(),
            a.rows(),
            1,
            a.values(),
            a.from(),
            a.columns(),
            x,
            xFrom,
            1,
            1,
            y,
            yFrom,
            1);
  }
}
