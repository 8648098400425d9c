package org.sparkradam.loss;

/**
 * Trains a model on centred features although the blocks' features are only scaled, so that sparse
 * rows stay sparse: a model on x - m is also a model on x, of other weights. A step takes {@link
 * #toBlocks} of the weights out, and {@link #toCentred(double[], double[])} of the gradient that
 * comes back is what moves the centred weights. Arithmetic for the driver, on one weight vector at
 * a time; immutable.
 */
public interface Centring {
  /** Weights on centred features as weights on the blocks' features. */
  double[] toBlocks(double[] centred);

  /** Weights on the blocks' features as weights on centred features. */
  double[] toCentred(double[] ofBlocks);

  /**
   * The gradient with respect to centred weights, by the chain rule.
   *
   * @param gradient with respect to the blocks' weights; only read
   * @param centred the weights where it was taken; only read
   */
  double[] toCentred(double[] gradient, double[] centred);
}
