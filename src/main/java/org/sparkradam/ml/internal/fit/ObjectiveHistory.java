package org.sparkradam.ml.internal.fit;

import java.util.Arrays;
import org.sparkradam.optim.Penalty;
import org.sparkradam.train.LockstepTrial;
import org.sparkradam.train.LossHistory;
import org.sparkradam.train.Resumable;
import org.sparkradam.train.TrainingListener;
import org.sparkradam.train.TrainingState;
import org.sparkradam.train.checkpoint.SavedState;

/** Keeps what the penalty was at each step, to be added to the step's loss. */
public final class ObjectiveHistory implements TrainingListener, Resumable {
  private final int trial;
  private final Penalty penalty;
  private double[] penalties = new double[64];

  /**
   * @param trial whose steps they are
   * @param penalty the trial's stepper's, on the trial's weights
   */
  public ObjectiveHistory(int trial, Penalty penalty) {
    this.trial = trial;
    this.penalty = penalty;
  }

  @Override
  public void onState(TrainingState state) {
    LockstepTrial stepped = state.trials().get(trial);
    int step = stepped.history().steps();
    if (step >= penalties.length) {
      penalties = Arrays.copyOf(penalties, 2 * step);
    }
    penalties[step] = at(stepped);
  }

  /** The step has mostly told it already. */
  private double at(LockstepTrial stepped) {
    return Double.isNaN(stepped.penalty()) ? penalty.value(stepped.weights()) : stepped.penalty();
  }

  @Override
  public void save(SavedState to) {
    to.put("penalties", penalties.clone());
  }

  @Override
  public void restore(SavedState from) {
    penalties = from.array("penalties");
  }

  /**
   * The objective at each of the steps whose losses are given; not a number, but one, where there
   * was no step, since Spark's summaries want some.
   */
  public double[] of(LossHistory history) {
    if (history.steps() == 0) {
      return new double[] {Double.NaN};
    }
    double[] objective = history.losses();
    for (int step = 0; step < objective.length; step++) {
      objective[step] += penalties[step];
    }
    return objective;
  }
}
