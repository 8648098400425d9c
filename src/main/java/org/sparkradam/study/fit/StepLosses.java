package org.sparkradam.study.fit;

import java.util.Locale;
import org.sparkradam.ml.Budget;
import org.sparkradam.study.ComparisonProgress;
import org.sparkradam.train.Resumption;
import org.sparkradam.train.TrainingListener;
import org.sparkradam.train.TrainingState;

/** Tells a person how far a fit is, and keeps its losses. Not thread-safe. */
final class StepLosses implements TrainingListener {
  private final Budget budget;
  private final ComparisonProgress progress;
  private double[] losses = {};

  StepLosses(Budget budget, ComparisonProgress progress) {
    this.budget = budget;
    this.progress = progress;
  }

  /** The loss of each step's minibatch, without penalty, once training has ended. */
  double[] losses() {
    return losses.clone();
  }

  /** The steps that were made, once training has ended. */
  int steps() {
    return losses.length;
  }

  @Override
  public void onResume(Resumption resumption) {
    progress.resumed(resumption);
  }

  @Override
  public void onState(TrainingState state) {
    progress.training(
        String.format(Locale.ROOT, "step %d of %d", state.step(), budget.steps()),
        (double) state.step() / budget.steps());
  }

  @Override
  public void onStop(TrainingState state, String reason) {
    losses = state.trials().get(0).history().losses();
  }
}
