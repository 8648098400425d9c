package org.sparkradam.train;

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
   * @param gradient the mean data gradient at these weights; only read
   */
  void step(double[] weights, double[] gradient);

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
