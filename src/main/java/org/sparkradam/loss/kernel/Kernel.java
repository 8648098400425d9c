package org.sparkradam.loss.kernel;

import java.io.Serializable;
import org.sparkradam.loss.Logistic;

/**
 * The arithmetic that the losses are computed with: products of dense matrices and the elementary
 * functions. Chosen once, by the driver, and recorded: results of different kernels differ in their
 * last bits. Stateless.
 */
public sealed interface Kernel extends Serializable
    permits PortableKernel, NetlibKernel, VectorKernel {

  /** What a run or a checkpoint calls it, such as "portable" or "vector:8". */
  String name();

  /** c += a·b, with a of m × k, b of k × n, c of m × n. */
  void addProduct(Matrix a, Matrix b, Matrix c, Workspace workspace);

  /** c += a·bᵀ, with a of m × k, b of n × k, c of m × n. */
  void addProductWithTransposed(Matrix a, Matrix b, Matrix c, Workspace workspace);

  /** c += aᵀ·b, with a of k × m, b of k × n, c of m × n. */
  void addTransposedProduct(Matrix a, Matrix b, Matrix c, Workspace workspace);

  /** c += x·b, with x of m × k, b of k × n, c of m × n; the same bits whatever the kernel. */
  default void addSparseProduct(SparseRows x, Matrix b, Matrix c) {
    new SparseProduct(x).add(b, c, 0);
  }

  /** c += xᵀ·b, with x of m × k, b of m × n, c of k × n; the same bits whatever the kernel. */
  default void addTransposedSparseProduct(SparseRows x, Matrix b, Matrix c) {
    new SparseProduct(x).addTransposed(b, c, 0);
  }

  /** To how many columns those of a matrix are best filled up for products with sparse rows. */
  default int sparseColumns(int columns) {
    return columns;
  }

  /** e^x. */
  default double exp(double x) {
    return Math.exp(x);
  }

  /**
   * log(1 + x) for a finite x of at least 0, to a few units in the last place. By default after
   * Goldberg, "What every computer scientist should know about floating-point arithmetic", ACM
   * Computing Surveys 23 (1991), theorem 4: the rounding of 1 + x cancels. {@code Math.log} is an
   * intrinsic of the JVM, {@code Math.log1p} a call into C.
   */
  default double log1p(double x) {
    double sum = 1 + x;
    return sum == 1 ? x : Math.log(sum) * (x / (sum - 1));
  }

  /** The sum of {@code length} entries from {@code from} on; by default in order. */
  default double sum(double[] values, int from, int length, Workspace workspace) {
    double sum = 0;
    for (int i = from; i < from + length; i++) {
      sum += values[i];
    }
    return sum;
  }

  /**
   * {@link Logistic}, the loss that is trained most; by default row after row.
   *
   * @param margins one a row, replaced by weight·∂loss/∂margin
   * @return Σ weight·loss
   */
  default double differentiateLogistic(LabelledRows rows, Matrix margins, Workspace workspace) {
    return LogisticByRow.differentiate(rows, margins, workspace, this);
  }

  /** The fastest one in Java that this JVM has; a native BLAS is taken only when named. */
  static Kernel ofThisJvm() {
    VectorKernel vectors = VectorKernel.ofThisJvm();
    return vectors == null ? NetlibKernel.ofThisJvm() : vectors;
  }

  /**
   * The kernel of a recorded name.
   *
   * @throws IllegalArgumentException if there is none of that name
   * @throws IllegalStateException if this JVM lacks it
   */
  static Kernel named(String name) {
    if (name.equals(PortableKernel.NAME)) {
      return new PortableKernel();
    }
    for (int lanes : new int[] {4, 8}) {
      VectorKernel kernel = new VectorKernel(lanes);
      if (name.equals(kernel.name())) {
        kernel.unit();
        return kernel;
      }
    }
    for (BlasFlavor flavor : BlasFlavor.values()) {
      NetlibKernel kernel = new NetlibKernel(flavor);
      if (name.equals(kernel.name())) {
        flavor.blas();
        return kernel;
      }
    }
    throw new IllegalArgumentException(
        "kernel must be portable, vector:4, vector:8, netlib:java, netlib:vector or netlib:native,"
            + " but was "
            + name);
  }
}
