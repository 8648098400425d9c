package org.sparkradam.optim;

import java.util.List;

/**
 * The exponential moving averages of the gradient and of its square that Adam and RAdam share: m_t
 * = β1 m_{t-1} + (1-β1) g_t and v_t = β2 v_{t-1} + (1-β2) g_t².
 */
final class Moments {
  private static final String FIRST = "firstMoment";
  private static final String SECOND = "secondMoment";
  static final List<String> NAMES = List.of(FIRST, SECOND);

  private final double[] first;
  private final double[] second;
  private final double beta1;
  private final double beta2;
  private final double gain1;
  private final double gain2;

  /** The averages that a state holds. */
  Moments(RuleState state, double beta1, double beta2) {
    this.first = state.array(FIRST);
    this.second = state.array(SECOND);
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.gain1 = gain(beta1);
    this.gain2 = 1 - beta2;
  }

  double updateFirst(int i, double gradient) {
    double m = beta1 * first[i] + gain1 * gradient;
    first[i] = m;
    return m;
  }

  double updateSecond(int i, double gradient) {
    // Without memory an overflowed v is forgotten; 0 times infinity would be NaN.
    double kept = beta2 == 0 ? 0 : beta2 * second[i];
    double v = kept + gain2 * gradient * gradient;
    second[i] = v;
    return v;
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
