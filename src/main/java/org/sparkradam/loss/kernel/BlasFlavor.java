package org.sparkradam.loss.kernel;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.JavaBLAS;
import dev.ludovic.netlib.blas.NativeBLAS;

/** The implementations of BLAS that dev.ludovic.netlib has; which of them a JVM has, varies. */
public enum BlasFlavor {
  /** Java without the Vector API; netlib has it only where the Vector API is not there. */
  JAVA,
  /** Java with the Vector API: {@code --add-modules jdk.incubator.vector}. */
  VECTOR,
  /** The system's own library. */
  NATIVE;

  /** Null until asked for. */
  private volatile BLAS found;

  /** The one of Java's that this JVM has. */
  public static BlasFlavor ofThisJvm() {
    return hasVectors() ? VECTOR : JAVA;
  }

  /**
   * This JVM's.
   *
   * @throws IllegalStateException if it has none of this flavor
   */
  BLAS blas() {
    BLAS blas = found;
    if (blas == null) {
      blas = this == NATIVE ? nativeBlas() : javaBlas();
      found = blas;
    }
    return blas;
  }

  private BLAS javaBlas() {
    if (this != ofThisJvm()) {
      throw missing("has " + (hasVectors() ? "the" : "no") + " module jdk.incubator.vector", null);
    }
    return JavaBLAS.getInstance();
  }

  private BLAS nativeBlas() {
    try {
      return NativeBLAS.getInstance();
    } catch (RuntimeException | LinkageError e) {
      throw missing("finds no system BLAS", e);
    }
  }

  private IllegalStateException missing(String why, Throwable cause) {
    return new IllegalStateException(
        "The kernel %s was chosen, but this JVM %s".formatted(new NetlibKernel(this).name(), why),
        cause);
  }

  /** The class is not public, and there is no other sign of what the instance computes with. */
  private static boolean hasVectors() {
    return JavaBLAS.getInstance().getClass().getSimpleName().equals("VectorBLAS");
  }
}
