package org.sparkradam.loss;

/**
 * s(x) = 1 / (1 + e^(-x)), entry by entry. Large |x| give 0 and 1: an infinite power does no harm.
 */
final class Sigmoid {
  private Sigmoid() {}

  static void apply(Matrix units, Kernel kernel) {
    double[] values = units.values();
    int end = units.rowFrom(units.rows());
    for (int i = units.from(); i < end; i++) {
      values[i] = 1 / (1 + kernel.exp(-values[i]));
    }
  }

  /** Multiplies by s' = s·(1 - s). */
  static void multiplyByDerivative(Matrix deltas, Matrix sigmoids) {
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
