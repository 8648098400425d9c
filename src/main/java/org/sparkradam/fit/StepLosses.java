package org.sparkradam.fit;

import java.util.Locale;
import org.sparkradam.block.TrainingPlace;
import org.sparkradam.train.Resumption;
import org.sparkradam.train.TrainingListener;
import org.sparkradam.train.TrainingPlan;
import org.sparkradam.train.TrainingState;

/** Tells a person how far a fit is, and keeps its losses. Not thread-safe. */
final class StepLosses implements TrainingListener {
  private final Progress progress;

  /** Where nothing has to be trained, it stays so. */
  private TrainingPlan plan = new TrainingPlan(0, 0, TrainingPlace.DRIVER);

  private double[] losses = {};

  StepLosses(Progress progress) {
    this.progress = progress;
  }

  /** The loss of each step's minibatch, without penalty, once training has ended. */
  double[] losses() {
    return losses.clone();
  }

  /** What was done, the steps being those that were made, once training has ended. */
  TrainingPlan done() {
    return new TrainingPlan(losses.length, plan.batchSize(), plan.place());
  }

  @Override
  public void onPlan(TrainingPlan told) {
    plan = told;
  }

  @Override
  public void onResume(Resumption resumption) {
    progress.resumed(resumption);
  }

  @Override
  public void onState(TrainingState state) {
    progress.training(
        String.format(Locale.ROOT, "step %d of %d", state.step(), plan.steps()),
        (double) state.step() / plan.steps());
  }

  @Override
  public void onStop(TrainingState state, String reason) {
    losses = state.trials().get(0).history().losses();
  }
}
