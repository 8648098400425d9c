package org.sparkradam.train;

import org.sparkradam.optim.GradientClip;
import org.sparkradam.optim.Penalty;
import org.sparkradam.optim.StepOutcome;
import org.sparkradam.train.checkpoint.SavedState;

/**
 * Clips the data gradient, then adds to it what an L2 penalty of the blocks' weights does, for a
 * stepper whose own weights are others, such as a {@link CentredStepper}.
 *
 * @param stepper which does not clip
 * @param penalty of which only L2 counts; the stepper's own comes on top of it
 */
public record PenalisedStepper(WeightStepper stepper, GradientClip clip, Penalty penalty)
    implements WeightStepper {
  @Override
  public StepOutcome step(double[] weights, double[] gradientSum, double rowWeight) {
    clip.toMean(gradientSum, rowWeight);
    penalty.addL2Gradient(gradientSum, weights);
    StepOutcome outcome = stepper.step(weights, gradientSum, 1);
    return outcome.withPenalty(penalty.withL1(0).value(weights) + outcome.penalty());
  }

  @Override
  public double[] evaluated(double[] weights) {
    return stepper.evaluated(weights);
  }

  @Override
  public void save(SavedState to) {
    stepper.save(to);
  }

  @Override
  public void restore(SavedState from) {
    stepper.restore(from);
  }
}
