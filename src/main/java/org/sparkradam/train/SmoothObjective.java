package org.sparkradam.train;

/** A function of the weights that has a gradient, such as a {@link FullBatchObjective}. */
@FunctionalInterface
public interface SmoothObjective {
  /**
   * The function at one point.
   *
   * @param gradient as long as the weights; whoever asked may keep it
   */
  record Value(double value, double[] gradient) {}

  /** Value and gradient at these weights, which are only read, and not kept. */
  Value at(double[] weights);
}
