package org.sparkradam.loss.centring;

import org.sparkradam.loss.FactorizationMachine;
import org.sparkradam.loss.kernel.Check;

/**
 * Centres the features of a {@link FactorizationMachine} with linear weights and an intercept. By
 * expanding Σ_{i&lt;j} ⟨v_i, v_j⟩ (x_i - m_i)(x_j - m_j), a model of v, w and b on x - m is on x
 * the model of v, w_j - ⟨v_j, M - v_j m_j⟩ and b - m·w + (‖M‖² - Σ_i ‖v_i m_i‖²) / 2, where M = Σ_i
 * v_i m_i. Immutable.
 */
public final class FactorCentring implements Centring {
  private final double[] means;
  private final int factorSize;

  /**
   * @param means of the blocks' features; 0 for one that stays as it is; copied
   * @param factorSize length of v_i, at least 1
   * @throws IllegalArgumentException if it is not
   */
  public FactorCentring(double[] means, int factorSize) {
    this.means = means.clone();
    this.factorSize = Check.atLeast("factorSize", factorSize, 1);
  }

  @Override
  public void toBlocks(double[] centred, double[] ofBlocks) {
    System.arraycopy(centred, 0, ofBlocks, 0, centred.length);
    double[] sums = sums(centred, means, 0);
    for (int j = 0; j < means.length; j++) {
      double pairs = pairs(centred, sums, j);
      ofBlocks[interceptAt()] -= means[j] * (centred[linearAt(j)] - pairs / 2);
      ofBlocks[linearAt(j)] -= pairs;
    }
  }

  @Override
  public double[] toCentred(double[] ofBlocks) {
    double[] centred = ofBlocks.clone();
    double[] sums = sums(ofBlocks, means, 0);
    for (int j = 0; j < means.length; j++) {
      double pairs = pairs(ofBlocks, sums, j);
      centred[linearAt(j)] += pairs;
      centred[interceptAt()] += means[j] * (centred[linearAt(j)] - pairs / 2);
    }
    return centred;
  }

  @Override
  public void correct(double[] gradient, double[] centred) {
    double[] sums = sums(centred, means, 0);
    double[] ofLinear = sums(centred, gradient, linearAt(0));
    for (int j = 0; j < means.length; j++) {
      double ofBlocks = gradient[linearAt(j)];
      gradient[linearAt(j)] -= means[j] * gradient[interceptAt()];
      for (int f = 0; f < factorSize; f++) {
        int at = j * factorSize + f;
        gradient[at] -=
            means[j] * (ofLinear[f] - ofBlocks * centred[at])
                + gradient[linearAt(j)] * (sums[f] - means[j] * centred[at]);
      }
    }
  }

  /** Σ_j v_jf c_j of each factor, the c beginning somewhere in an array. */
  private double[] sums(double[] weights, double[] values, int from) {
    double[] sums = new double[factorSize];
    for (int j = 0; j < means.length; j++) {
      for (int f = 0; f < factorSize; f++) {
        sums[f] += weights[j * factorSize + f] * values[from + j];
      }
    }
    return sums;
  }

  /** ⟨v_j, M - v_j m_j⟩. */
  private double pairs(double[] weights, double[] sums, int j) {
    double pairs = 0;
    for (int f = 0; f < factorSize; f++) {
      double factor = weights[j * factorSize + f];
      pairs += factor * (sums[f] - factor * means[j]);
    }
    return pairs;
  }

  private int linearAt(int feature) {
    return means.length * factorSize + feature;
  }

  private int interceptAt() {
    return means.length * (factorSize + 1);
  }
}
