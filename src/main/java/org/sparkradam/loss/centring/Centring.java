package org.sparkradam.loss.centring;

/**
 * Trains a model on centred features although the blocks' features are only scaled, so that sparse
 * rows stay sparse: a model on x - m is also a model on x, of other weights. A step takes {@link
 * #toBlocks} of the weights out, and {@link #toCentred(double[], double[])} of the gradient that
 * comes back is what moves the centred weights. Arithmetic for the driver, on one weight vector at
 * a time; immutable.
 */
public interface Centring {
  /** Weights on centred features as weights on the blocks' features. */
  default double[] toBlocks(double[] centred) {
    double[] ofBlocks = new double[centred.length];
    toBlocks(centred, ofBlocks);
    return ofBlocks;
  }

  /**
   * Weights on centred features as weights on the blocks' features.
   *
   * @param centred only read
   * @param ofBlocks as long; filled
   */
  void toBlocks(double[] centred, double[] ofBlocks);

  /** Weights on the blocks' features as weights on centred features. */
  double[] toCentred(double[] ofBlocks);

  /**
   * The gradient with respect to centred weights, by the chain rule.
   *
   * @param gradient with respect to the blocks' weights; only read
   * @param centred the weights where it was taken; only read
   */
  default double[] toCentred(double[] gradient, double[] centred) {
    double[] corrected = gradient.clone();
    correct(corrected, centred);
    return corrected;
  }

  /**
   * Makes the gradient with respect to the blocks' weights that with respect to the centred ones,
   * in place.
   *
   * @param centred the weights where it was taken; only read
   */
  void correct(double[] gradient, double[] centred);
}
