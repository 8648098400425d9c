package org.sparkradam.study.fit;

import java.util.Locale;
import org.sparkradam.ml.Budget;
import org.sparkradam.study.ComparisonProgress;
import org.sparkradam.train.Resumption;
import org.sparkradam.train.TrainingListener;
import org.sparkradam.train.TrainingState;

/** Tells a person how far a fit is, and keeps its losses. Not thread-safe. */
final class StepLosses implements TrainingListener {
  private final ComparisonProgress progress;
  private Budget planned = new Budget(0, 0);
  private double[] losses = {};

  StepLosses(ComparisonProgress progress) {
    this.progress = progress;
  }

  /** The loss of each step's minibatch, without penalty, once training has ended. */
  double[] losses() {
    return losses.clone();
  }

  /** The steps that were made, and their minibatches, once training has ended. */
  Budget spent() {
    return new Budget(losses.length, planned.batchSize());
  }

  @Override
  public void onPlan(long steps, long batchSize) {
    planned = new Budget(steps, batchSize);
  }

  @Override
  public void onResume(Resumption resumption) {
    progress.resumed(resumption);
  }

  @Override
  public void onState(TrainingState state) {
    progress.training(
        String.format(Locale.ROOT, "step %d of %d", state.step(), planned.steps()),
        (double) state.step() / planned.steps());
  }

  @Override
  public void onStop(TrainingState state, String reason) {
    losses = state.trials().get(0).history().losses();
  }
}
