package org.sparkradam.loss.centring;

import org.sparkradam.loss.MultilayerPerceptron;
import org.sparkradam.loss.kernel.Check;

/**
 * Centres the features of a {@link MultilayerPerceptron}: the first layer's weights W and biases b
 * on x - m are W and b - mᵀW on x, the layers above stay what they are. Immutable.
 */
public final class FirstLayerCentring implements Centring {
  private final double[] means;
  private final int units;

  /**
   * @param means of the blocks' features; copied
   * @param units of the first layer above the features
   * @throws IllegalArgumentException if there is not one unit
   */
  public FirstLayerCentring(double[] means, int units) {
    this.means = means.clone();
    this.units = Check.atLeast("number of units", units, 1);
  }

  @Override
  public void toBlocks(double[] centred, double[] ofBlocks) {
    shift(centred, -1, ofBlocks);
  }

  @Override
  public double[] toCentred(double[] ofBlocks) {
    double[] centred = new double[ofBlocks.length];
    shift(ofBlocks, 1, centred);
    return centred;
  }

  @Override
  public void correct(double[] gradient, double[] centred) {
    for (int j = 0; j < means.length; j++) {
      for (int unit = 0; unit < units; unit++) {
        gradient[j * units + unit] -= means[j] * gradient[biasFrom() + unit];
      }
    }
  }

  private void shift(double[] weights, int sign, double[] shifted) {
    System.arraycopy(weights, 0, shifted, 0, weights.length);
    for (int j = 0; j < means.length; j++) {
      for (int unit = 0; unit < units; unit++) {
        shifted[biasFrom() + unit] += sign * means[j] * weights[j * units + unit];
      }
    }
  }

  private int biasFrom() {
    return means.length * units;
  }
}
