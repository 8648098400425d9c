package org.sparkradam.optim;

/**
 * One step of an update rule with its scalars fixed, to be applied block by block. Not thread-safe
 * on overlapping blocks; distinct blocks are independent of each other.
 */
public interface RuleStep {
  /**
   * Whether the weights take part. If not, the gradient is consumed and the weights stay, so
   * neither weight decay nor a proximal step may touch them.
   */
  default boolean moves() {
    return true;
  }

  /**
   * Consumes one block of the gradient and moves its weights.
   *
   * @param gradient the block's gradient, coordinate {@code from + j} at j
   * @param weights all weights; those of the block are changed in place, if the step {@link #moves}
   * @param scale receives, coordinate {@code from + j} at j, what the rule multiplies a steady
   *     gradient by besides the rate: the metric a proximal operator must use. Left alone if the
   *     step does not move
   * @param from first coordinate of the block
   * @param length coordinates in the block
   * @param rate the learning rate α_t
   */
  void apply(
      double[] gradient, double[] weights, double[] scale, int from, int length, double rate);
}
