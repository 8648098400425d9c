package org.sparkradam.optim;

/**
 * What a step came to.
 *
 * @param moved whether the weights took part: false while a rule only accumulates, and then neither
 *     decay nor the proximal step has touched them
 * @param finite whether every weight that took part is finite now
 * @param penalty what the penalty adds to the objective at the weights as they are now, with the
 *     bits of {@link Penalty#value}; NaN where it is not known
 */
public record StepOutcome(boolean moved, boolean finite, double penalty) {
  /**
   * Of a step by somebody who tells nothing of it, to these weights.
   *
   * @param weights one a coordinate; only read
   * @return moved, its penalty NaN
   */
  public static StepOutcome at(double[] weights) {
    return new StepOutcome(true, allFinite(weights), Double.NaN);
  }

  /**
   * The same, where other weights were made of those that stepped and must be finite, too.
   *
   * @param weights one a coordinate; only read
   * @return the same but for {@link #finite}
   */
  public StepOutcome andAt(double[] weights) {
    return new StepOutcome(moved, finite && allFinite(weights), penalty);
  }

  /**
   * The same with another penalty.
   *
   * @param value what it adds to the objective
   * @return the same but for it
   */
  public StepOutcome withPenalty(double value) {
    return new StepOutcome(moved, finite, value);
  }

  private static boolean allFinite(double[] weights) {
    return WeightSums.of(weights, StepBlock::probe).finite();
  }
}
