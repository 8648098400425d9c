package org.sparkradam.loss;

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
  public double[] toBlocks(double[] centred) {
    return shifted(centred, -1);
  }

  @Override
  public double[] toCentred(double[] ofBlocks) {
    return shifted(ofBlocks, 1);
  }

  @Override
  public double[] toCentred(double[] gradient, double[] centred) {
    double[] corrected = gradient.clone();
    for (int j = 0; j < means.length; j++) {
      for (int unit = 0; unit < units; unit++) {
        corrected[j * units + unit] -= means[j] * gradient[biasFrom() + unit];
      }
    }
    return corrected;
  }

  private double[] shifted(double[] weights, int sign) {
    double[] shifted = weights.clone();
    for (int j = 0; j < means.length; j++) {
      for (int unit = 0; unit < units; unit++) {
        shifted[biasFrom() + unit] += sign * means[j] * weights[j * units + unit];
      }
    }
    return shifted;
  }

  private int biasFrom() {
    return means.length * units;
  }
}
