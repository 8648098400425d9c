package org.sparkradam.train;

import org.sparkradam.loss.centring.Centring;
import org.sparkradam.optim.GradientClip;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.StepOutcome;
import org.sparkradam.train.checkpoint.SavedState;

/**
 * Steps as an {@link Optimizer} does, or another stepper, on features that are centred in thought
 * only: a trial's weights are those on the blocks' features, the steps are made by the centred
 * ones.
 */
public final class CentredStepper implements WeightStepper {
  private final Centring centring;
  private final WeightStepper stepper;
  private final double[] centred;

  /**
   * @param start initial weights on centred features; copied
   */
  public CentredStepper(Optimizer optimizer, Centring centring, double[] start) {
    this(new OptimizerStepper(optimizer, start.length), centring, start);
  }

  /**
   * @param stepper of the centred weights
   * @param start initial weights on centred features; copied
   */
  public CentredStepper(WeightStepper stepper, Centring centring, double[] start) {
    this.centring = centring;
    this.stepper = stepper;
    this.centred = start.clone();
  }

  @Override
  public StepOutcome step(double[] weights, double[] gradientSum, double rowWeight) {
    GradientClip.none().toMean(gradientSum, rowWeight);
    centring.correct(gradientSum, centred);
    StepOutcome outcome = stepper.step(centred, gradientSum, 1);
    centring.toBlocks(centred, weights);
    return outcome.andAt(weights);
  }

  @Override
  public double[] evaluated(double[] weights) {
    double[] evaluated = stepper.evaluated(centred);
    return evaluated == centred ? weights : centring.toBlocks(evaluated);
  }

  @Override
  public void save(SavedState to) {
    to.put("centred", centred);
    stepper.save(to.part("optimizer"));
  }

  @Override
  public void restore(SavedState from) {
    System.arraycopy(from.array("centred"), 0, centred, 0, centred.length);
    stepper.restore(from.part("optimizer"));
  }
}
