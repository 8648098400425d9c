package org.sparkradam.train;

import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import org.sparkradam.optim.Penalty;

/**
 * {@link Lbfgs} as a training of one trial, whose steps are iterations and whose losses are those
 * of all rows. It ends by itself where the objective is at its minimum. What the iterations
 * remember of each other cannot be saved, so there are no checkpoints. Not thread-safe.
 */
public final class LbfgsTraining implements Training {
  private final SmoothObjective objective;
  private final Penalty penalty;
  private final UnaryOperator<double[]> toBlocks;
  private final long rows;
  private final LbfgsSettings settings;
  private final double[] start;
  private final LockstepTrial trial;
  private Lbfgs lbfgs;
  private Lbfgs.State last;
  private double[] objectives = new double[16];
  private double seconds;

  /**
   * @param objective loss and L2 part
   * @param penalty of the objective
   * @param start on what the objective is a function of; copied
   * @param toBlocks makes such weights those that the rows' blocks want
   * @param rows that an evaluation reads
   */
  public LbfgsTraining(
      SmoothObjective objective,
      Penalty penalty,
      double[] start,
      UnaryOperator<double[]> toBlocks,
      long rows,
      LbfgsSettings settings) {
    this.objective = objective;
    this.penalty = penalty;
    this.start = start.clone();
    this.toBlocks = toBlocks;
    this.rows = rows;
    this.settings = settings;
    this.trial = LockstepTrial.moved(toBlocks.apply(start));
  }

  @Override
  public boolean hasNext() {
    return trial.active();
  }

  @Override
  public TrainingState next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the minimum is found");
    }
    long started = System.nanoTime();
    if (last == null) {
      lbfgs = new Lbfgs(objective, penalty, start, settings);
      take(lbfgs.next());
    }
    double before = last.objective() - penalty.value(last.weights());
    if (last.stop().isEmpty()) {
      take(lbfgs.next());
      trial.moveTo(toBlocks.apply(last.weights()), before, rows);
    }
    last.stop().ifPresent(trial::finish);
    double took = (System.nanoTime() - started) / 1e9;
    seconds += took;
    trial.spend(took);
    return state();
  }

  @Override
  public TrainingState state() {
    long steps = trial.history().steps();
    return new TrainingState(
        steps, Math.max(0, steps - 1), trial.rowsSeen(), seconds, List.of(trial));
  }

  /** The one trial, with weights on the blocks' features. */
  public LockstepTrial trial() {
    return trial;
  }

  /** The objective at the start and after each iteration; not a number, but one, before. */
  public double[] objectives() {
    return last == null
        ? new double[] {Double.NaN}
        : Arrays.copyOf(objectives, last.iteration() + 1);
  }

  private void take(Lbfgs.State state) {
    last = state;
    if (state.iteration() >= objectives.length) {
      objectives = Arrays.copyOf(objectives, 2 * state.iteration());
    }
    objectives[state.iteration()] = state.objective();
  }
}
