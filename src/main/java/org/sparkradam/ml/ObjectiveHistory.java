package org.sparkradam.ml;

import java.util.Arrays;
import org.sparkradam.optim.Penalty;
import org.sparkradam.train.LossHistory;
import org.sparkradam.train.TrainingListener;
import org.sparkradam.train.TrainingState;

/** Keeps what the penalty was at each step, to be added to the step's loss. */
final class ObjectiveHistory implements TrainingListener {
  private final Penalty penalty;
  private double[] penalties = new double[64];

  ObjectiveHistory(Penalty penalty) {
    this.penalty = penalty;
  }

  @Override
  public void onState(TrainingState state) {
    int step = state.trials().get(0).history().steps();
    if (step == penalties.length) {
      penalties = Arrays.copyOf(penalties, 2 * step);
    }
    penalties[step] = penalty.value(state.trials().get(0).weights());
  }

  /** The objective at each of the steps whose losses are given. */
  double[] of(LossHistory history) {
    double[] objective = history.losses();
    for (int step = 0; step < objective.length; step++) {
      objective[step] += penalties[step];
    }
    return objective;
  }
}
