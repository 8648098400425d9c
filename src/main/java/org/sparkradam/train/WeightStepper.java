package org.sparkradam.train;

/**
 * Moves the weights of one trial by the mean gradient of a minibatch. Mutable: it holds what the
 * next step needs to know of those before. Not thread-safe.
 */
@FunctionalInterface
public interface WeightStepper {
  /**
   * One step.
   *
   * @param weights changed in place
   * @param gradient the mean data gradient at these weights; only read
   */
  void step(double[] weights, double[] gradient);
}
