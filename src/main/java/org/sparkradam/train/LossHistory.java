package org.sparkradam.train;

import java.util.Arrays;
import java.util.Optional;
import org.sparkradam.optim.StepOutcome;
import org.sparkradam.train.checkpoint.SavedState;

/**
 * The minibatch losses of a trial, and what they say of it: a trial has diverged when a loss or a
 * weight is not finite, or when its smoothed loss stays above ten times the initial one, the first
 * that is above 0, for twenty steps. Not thread-safe.
 */
public final class LossHistory implements Resumable {
  private static final double FACTOR = 10;
  private static final int PATIENCE = 20;
  private static final double SMOOTHING = 0.9;

  private final double factor;
  private double[] losses = new double[64];
  private int steps;
  private double initial;
  private double smoothed;
  private int above;
  private String divergence;

  /** Of no steps yet. */
  public LossHistory() {
    this(FACTOR);
  }

  private LossHistory(double factor) {
    this.factor = factor;
  }

  /** One to which only what is not finite is divergence, however large the loss. */
  public static LossHistory patient() {
    return new LossHistory(Double.POSITIVE_INFINITY);
  }

  /** Steps so far. */
  public int steps() {
    return steps;
  }

  /** A copy of the losses, one a step. */
  public double[] losses() {
    return Arrays.copyOf(losses, steps);
  }

  /** The exponential mean of the losses, 0.9 old and 0.1 new. */
  public double smoothed() {
    return smoothed;
  }

  /** Why the trial has diverged, if it has. */
  public Optional<String> divergence() {
    return Optional.ofNullable(divergence);
  }

  /** Takes the loss of the next step. */
  public void add(double loss) {
    if (steps == losses.length) {
      losses = Arrays.copyOf(losses, 2 * steps);
    }
    smoothed = steps == 0 ? loss : SMOOTHING * smoothed + (1 - SMOOTHING) * loss;
    losses[steps++] = loss;
    initial = initial > 0 ? initial : loss;
    above = initial > 0 && smoothed > factor * initial ? above + 1 : 0;
    if (!Double.isFinite(loss)) {
      divergence = "loss not finite at step " + steps;
    } else if (above >= PATIENCE) {
      divergence = "loss above 10 times the initial one at step " + steps;
    }
  }

  /** Looks at what the last step came to. */
  void check(StepOutcome outcome) {
    if (!outcome.finite()) {
      divergence = "weights not finite at step " + steps;
    }
  }

  /**
   * The mean loss of neighbouring steps.
   *
   * @param from the first, from 0
   * @param to the one after the last, at most {@link #steps}
   */
  public double mean(int from, int to) {
    double sum = 0;
    for (int step = from; step < to; step++) {
      sum += losses[step];
    }
    return sum / (to - from);
  }

  @Override
  public void save(SavedState to) {
    to.put("losses", losses());
    to.put("initial", initial);
    to.put("smoothed", smoothed);
    to.put("above", above);
    divergence().ifPresent(reason -> to.put("divergence", reason));
  }

  @Override
  public void restore(SavedState from) {
    steps = from.array("losses").length;
    losses = Arrays.copyOf(from.array("losses"), Math.max(64, steps));
    initial = from.number("initial");
    smoothed = from.number("smoothed");
    above = (int) from.count("above");
    divergence = from.textIfThere("divergence").orElse(null);
  }
}
