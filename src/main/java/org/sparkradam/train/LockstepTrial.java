package org.sparkradam.train;

import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.RuleState;

/**
 * One of the trials that train in lock-step. Trials of one seed share every minibatch.
 *
 * <p>Mutable while it trains, by its training alone.
 */
public final class LockstepTrial {
  private final long seed;
  private final WeightStepper stepper;
  private final double[] weights;
  private final LossHistory history;

  /**
   * @param seed of its minibatches
   * @param stepper moves its weights
   * @param start its initial weights; copied
   * @param history empty; decides what counts as divergence
   */
  public LockstepTrial(long seed, WeightStepper stepper, double[] start, LossHistory history) {
    this.seed = seed;
    this.stepper = stepper;
    this.weights = start.clone();
    this.history = history;
  }

  /** A trial that an optimizer steps. */
  public static LockstepTrial of(long seed, Optimizer optimizer, double[] start) {
    RuleState state = optimizer.start(start.length);
    return new LockstepTrial(
        seed,
        (weights, gradient) -> optimizer.step(state, weights, gradient),
        start,
        new LossHistory());
  }

  public long seed() {
    return seed;
  }

  /** Its weights as they are now: not copied, and changed by the next step. */
  public double[] weights() {
    return weights;
  }

  /** The minibatch losses of its steps. */
  public LossHistory history() {
    return history;
  }

  /** Whether it still takes part: neither its losses nor its weights say that it diverged. */
  public boolean active() {
    return history.divergence().isEmpty();
  }

  /** One step, at weights whose mean loss was this. */
  void step(double loss, double[] gradient) {
    history.add(loss);
    if (active()) {
      stepper.step(weights, gradient);
      history.checkFinite(weights);
    }
  }
}
