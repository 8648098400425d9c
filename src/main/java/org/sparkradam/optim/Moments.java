package org.sparkradam.optim;

import java.util.Arrays;
import java.util.List;

/**
 * The exponential moving averages of the gradient and of its square that Adam and RAdam share: m_t
 * = β1 m_{t-1} + (1-β1) g_t and v_t = β2 v_{t-1} + (1-β2) g_t². Immutable: a state holds them.
 */
record Moments(double beta1, double beta2, double gain1, double gain2) {
  static final List<String> NAMES = List.of("firstMoment", "secondMoment");

  static Moments of(double beta1, double beta2) {
    return new Moments(beta1, beta2, gain(beta1), 1 - beta2);
  }

  /** All first moments. */
  static double[] first(StepArrays arrays) {
    return arrays.state()[0];
  }

  /** All second moments. */
  static double[] second(StepArrays arrays) {
    return arrays.state()[1];
  }

  /** The first moment that comes after m. */
  double first(double m, double gradient) {
    return beta1 * m + gain1 * gradient;
  }

  /** The second moment that comes after v, where {@link #forget} has been called. */
  double second(double v, double gradient) {
    return beta2 * v + gain2 * gradient * gradient;
  }

  /** Without memory an overflowed v is forgotten; 0 times infinity would be NaN. */
  void forget(double[] v, int from, int to) {
    if (beta2 == 0) {
      Arrays.fill(v, from, to, 0);
    }
  }

  /** 1 - β^t without cancellation; 1 for β = 0. */
  static double biasCorrection(double beta, long t) {
    return -StrictMath.expm1(t * StrictMath.log(beta));
  }

  /**
   * One unit in the last place short of 1-β, so that rounding never lifts the mean of finite
   * gradients to infinity: infinity times the zero rate of an overflowed v would be NaN.
   */
  private static double gain(double beta) {
    return beta == 0 ? 1 : Math.nextDown(1 - beta);
  }
}
