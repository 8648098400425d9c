package org.sparkradam.loss.kernel;

/**
 * s(x) = 1 / (1 + e^(-x)), entry by entry. Large |x| give 0 and 1: an infinite power does no harm.
 */
public final class Sigmoid {
  private static final int RUN = 512;

  private Sigmoid() {}

  /** Run by run, in an array from 0 on, for the sake of vector instructions. */
  public static void apply(Matrix units, Workspace workspace) {
    double[] run = workspace.array(Workspace.Slot.SIGMOIDS, RUN);
    int end = units.rowFrom(units.rows());
    for (int from = units.from(); from < end; from += RUN) {
      int length = Math.min(RUN, end - from);
      System.arraycopy(units.values(), from, run, 0, length);
      apply(run, length, workspace);
      System.arraycopy(run, 0, units.values(), from, length);
    }
  }

  private static void apply(double[] x, int length, Workspace workspace) {
    for (int i = 0; i < length; i++) {
      x[i] = -x[i];
    }
    Exponential.apply(x, length, workspace);
    for (int i = 0; i < length; i++) {
      x[i] = 1 / (1 + x[i]);
    }
  }

  /** Multiplies by s' = s·(1 - s). */
  public static void multiplyByDerivative(Matrix deltas, Matrix sigmoids) {
    double[] values = deltas.values();
    double[] outputs = sigmoids.values();
    int shift = sigmoids.from() - deltas.from();
    int end = deltas.rowFrom(deltas.rows());
    for (int i = deltas.from(); i < end; i++) {
      double s = outputs[shift + i];
      values[i] *= s * (1 - s);
    }
  }
}
