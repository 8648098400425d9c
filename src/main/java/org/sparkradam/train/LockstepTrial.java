package org.sparkradam.train;

import java.util.Optional;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.StepOutcome;
import org.sparkradam.train.checkpoint.SavedState;

/**
 * One of the trials that train in lock-step. Trials of one seed share every minibatch.
 *
 * <p>Mutable while it trains, by its training alone.
 */
public final class LockstepTrial implements Resumable {
  private final long seed;
  private final WeightStepper stepper;
  private final double[] weights;
  private final LossHistory history;
  private long rowsSeen;
  private double seconds;
  private double penalty = Double.NaN;
  private String finished;

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
    return new LockstepTrial(
        seed, new OptimizerStepper(optimizer, start.length), start, new LossHistory());
  }

  /** One that is told where to go, by {@link #moveTo}. */
  static LockstepTrial moved(double[] start) {
    WeightStepper none =
        (weights, gradientSum, rowWeight) -> {
          throw new UnsupportedOperationException("this trial does not step by gradients");
        };
    return new LockstepTrial(0, none, start, LossHistory.patient());
  }

  /** Of its minibatches; trials of the same seed share them. */
  public long seed() {
    return seed;
  }

  /** Its weights as they are now: not copied, and changed by the next step. */
  public double[] weights() {
    return weights;
  }

  /**
   * The weights to evaluate and to keep, which may be an average of those that step; not copied,
   * and changed by the next step.
   */
  public double[] evaluated() {
    return stepper.evaluated(weights);
  }

  /** The minibatch losses of its steps. */
  public LossHistory history() {
    return history;
  }

  /** Whether it still takes part: it has neither diverged nor been told to stop. */
  public boolean active() {
    return finished == null && history.divergence().isEmpty();
  }

  /** Rows in the minibatches of its steps. */
  public long rowsSeen() {
    return rowsSeen;
  }

  /** Its share of the time that its steps took, in seconds. */
  public double seconds() {
    return seconds;
  }

  /** Stops it here, with the weights it has; the others go on unchanged. */
  public void finish(String reason) {
    finished = reason;
  }

  /** Why it was told to stop, if it was. */
  public Optional<String> finished() {
    return Optional.ofNullable(finished);
  }

  /**
   * What its stepper's penalty adds to the objective at its weights as they are now; NaN where that
   * is not known, as before its first step.
   */
  public double penalty() {
    return penalty;
  }

  /**
   * One step.
   *
   * @param loss the mean loss at its weights
   * @param gradientSum used up
   * @param rowWeight of all rows, above 0
   */
  void step(double loss, double[] gradientSum, double rowWeight, long rows) {
    rowsSeen += rows;
    history.add(loss);
    if (active()) {
      StepOutcome outcome = stepper.step(weights, gradientSum, rowWeight);
      history.check(outcome);
      penalty = outcome.penalty();
    }
  }

  /**
   * A step that somebody else made.
   *
   * @param next copied
   * @param loss the mean loss before it
   */
  void moveTo(double[] next, double loss, long rows) {
    rowsSeen += rows;
    history.add(loss);
    System.arraycopy(next, 0, weights, 0, weights.length);
  }

  void spend(double share) {
    seconds += share;
  }

  @Override
  public void save(SavedState to) {
    to.put("weights", weights);
    to.put("rowsSeen", rowsSeen);
    to.put("seconds", seconds);
    finished().ifPresent(reason -> to.put("finished", reason));
    history.save(to.part("history"));
    stepper.save(to.part("stepper"));
  }

  @Override
  public void restore(SavedState from) {
    System.arraycopy(from.array("weights"), 0, weights, 0, weights.length);
    rowsSeen = from.count("rowsSeen");
    seconds = from.number("seconds");
    penalty = Double.NaN;
    finished = from.textIfThere("finished").orElse(null);
    history.restore(from.part("history"));
    stepper.restore(from.part("stepper"));
  }
}
