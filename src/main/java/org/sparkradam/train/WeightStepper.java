package org.sparkradam.train;

import org.sparkradam.optim.StepOutcome;
import org.sparkradam.train.checkpoint.SavedState;

/**
 * Moves the weights of one trial by the mean gradient of a minibatch. Mutable: it holds what the
 * next step needs to know of those before. Not thread-safe.
 */
@FunctionalInterface
public interface WeightStepper extends Resumable {
  /**
   * One step.
   *
   * @param weights changed in place
   * @param gradientSum the data gradient at these weights, summed over the minibatch's rows; used
   *     up: what it holds afterwards is open
   * @param rowWeight what makes a mean of the sum: the rows' weight, above 0
   * @return what it came to, of these weights
   */
  StepOutcome step(double[] weights, double[] gradientSum, double rowWeight);

  /**
   * The weights to evaluate, and to keep in the end, in place of those that step; by default these
   * themselves.
   *
   * @param weights that step; only read
   * @return the same array, or one that the next step may change
   */
  default double[] evaluated(double[] weights) {
    return weights;
  }

  /**
   * {@inheritDoc}
   *
   * @throws UnsupportedOperationException if it remembers what nobody else can see, as a foreign
   *     {@code Updater} may
   */
  @Override
  default void save(SavedState to) {
    throw unsupported();
  }

  @Override
  default void restore(SavedState from) {
    throw unsupported();
  }

  private UnsupportedOperationException unsupported() {
    return new UnsupportedOperationException(
        getClass().getName() + " cannot be checkpointed: what it remembers is not known");
  }
}
