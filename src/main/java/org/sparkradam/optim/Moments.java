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

  /** The first moments of a block. */
  static double[] first(StepBlock block) {
    return block.state[0];
  }

  /** The second moments of a block. */
  static double[] second(StepBlock block) {
    return block.state[1];
  }

  /** Lets a block's gradient into its first moments. */
  void updateFirst(StepBlock block) {
    double[] gradient = block.gradient;
    double[] m = first(block);
    for (int j = 0; j < block.length; j++) {
      m[j] = beta1 * m[j] + gain1 * gradient[j];
    }
  }

  /** Lets a block's gradient into its second moments. */
  void updateSecond(StepBlock block) {
    double[] gradient = block.gradient;
    double[] v = second(block);
    if (beta2 == 0) {
      Arrays.fill(v, 0); // Without memory an overflowed v is forgotten; 0 times infinity is NaN.
    }
    for (int j = 0; j < block.length; j++) {
      v[j] = beta2 * v[j] + gain2 * gradient[j] * gradient[j];
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
