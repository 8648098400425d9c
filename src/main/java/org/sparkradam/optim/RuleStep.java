package org.sparkradam.optim;

/**
 * One step of an update rule with its scalars fixed, to be applied block by block. Distinct blocks
 * are independent of each other and may be stepped at the same time.
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
   * Consumes a block's gradient and moves its weights, if the step {@link #moves}. It then also
   * leaves in the block the scale, what the rule multiplies a steady gradient by besides the rate:
   * the metric a proximal operator must use.
   *
   * @param rate the learning rate α_t
   */
  void apply(StepBlock block, double rate);
}
