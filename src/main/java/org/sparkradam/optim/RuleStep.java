package org.sparkradam.optim;

/**
 * One step of an update rule with its scalars fixed, to be applied piece by piece. Distinct pieces
 * are independent of each other and may be stepped at the same time.
 */
public interface RuleStep {
  /**
   * Whether the weights take part. If not, the gradient is consumed and the weights stay, so
   * neither weight decay nor a proximal step may touch them.
   *
   * @return true by default
   */
  default boolean moves() {
    return true;
  }

  /**
   * Whether it decays the weights itself, by {@link StepArrays#decay}; else they are decayed before
   * it moves them.
   *
   * @return false by default
   */
  default boolean decays() {
    return false;
  }

  /**
   * Consumes the gradient of some coordinates and moves their weights, if the step {@link #moves}.
   *
   * @param arrays all that belongs to the coordinates
   * @param from the first coordinate
   * @param to the one after the last
   * @param rate the learning rate α_t
   */
  void apply(StepArrays arrays, int from, int to, double rate);

  /**
   * What the rule multiplies a steady gradient by besides the rate, where it has just been applied:
   * the metric that L1's proximal operator must use.
   *
   * @param arrays all that belongs to the coordinates
   * @param from the first coordinate
   * @param to the one after the last
   * @param scale filled at the same places; left alone if the step does not move
   * @throws UnsupportedOperationException by default: the rule goes without L1
   */
  default void scale(StepArrays arrays, int from, int to, double[] scale) {
    throw new UnsupportedOperationException(
        getClass().getName() + " has no scale, which an L1 penalty needs");
  }
}
