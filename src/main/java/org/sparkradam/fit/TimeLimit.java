package org.sparkradam.fit;

import org.sparkradam.train.Resumption;
import org.sparkradam.train.TrainingListener;
import org.sparkradam.train.TrainingPlan;
import org.sparkradam.train.TrainingState;

/**
 * Ends training, with the weights that it has, once its steps have lasted for long enough: those
 * before a resumption included.
 *
 * @param next told of all that happens
 */
record TimeLimit(double seconds, TrainingListener next) implements TrainingListener {
  @Override
  public void onPlan(TrainingPlan plan) {
    next.onPlan(plan);
  }

  @Override
  public void onResume(Resumption resumption) {
    next.onResume(resumption);
  }

  @Override
  public void onState(TrainingState state) {
    if (state.seconds() >= seconds) {
      state.active().forEach(trial -> trial.finish("has trained for " + seconds + " s"));
    }
    next.onState(state);
  }

  @Override
  public void onStop(TrainingState state, String reason) {
    next.onStop(state, reason);
  }
}
