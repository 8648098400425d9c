package org.sparkradam.loss;

import java.io.Serializable;

/**
 * The arithmetic that the losses are computed with: products of dense matrices and the elementary
 * functions. Chosen once, by the driver, and recorded: results of different kernels differ in their
 * last bits. Stateless.
 */
public sealed interface Kernel extends Serializable permits PortableKernel, NetlibKernel {

  /** What a run or a checkpoint calls it, such as "portable" or "netlib:vector". */
  String name();

  /** c += a·b, with a of m × k, b of k × n, c of m × n. */
  void addProduct(Matrix a, Matrix b, Matrix c, Workspace workspace);

  /** c += a·bᵀ, with a of m × k, b of n × k, c of m × n. */
  void addProductWithTransposed(Matrix a, Matrix b, Matrix c, Workspace workspace);

  /** c += aᵀ·b, with a of k × m, b of k × n, c of m × n. */
  void addTransposedProduct(Matrix a, Matrix b, Matrix c, Workspace workspace);

  /** e^x. */
  double exp(double x);

  /** log(1 + x) for a finite x of at least 0, to a few units in the last place. */
  double log1p(double x);

  /** The fastest one in Java that this JVM has; a native BLAS is taken only when named. */
  static Kernel ofThisJvm() {
    return NetlibKernel.ofThisJvm();
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
    for (BlasFlavor flavor : BlasFlavor.values()) {
      NetlibKernel kernel = new NetlibKernel(flavor);
      if (name.equals(kernel.name())) {
        flavor.blas();
        return kernel;
      }
    }
    throw new IllegalArgumentException(
        "kernel must be portable, netlib:java, netlib:vector or netlib:native, but was " + name);
  }
}
