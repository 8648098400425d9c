package org.sparkradam.train;

import org.sparkradam.optim.GradientClip;
import org.sparkradam.optim.Penalty;
import org.sparkradam.train.checkpoint.SavedState;

/**
 * Clips the data gradient, then adds to it what an L2 penalty of the blocks' weights does, for a
 * stepper whose own weights are others, such as a {@link CentredStepper}.
 *
 * @param stepper which does not clip
 * @param penalty of which only L2 counts
 */
public record PenalisedStepper(WeightStepper stepper, GradientClip clip, Penalty penalty)
    implements WeightStepper {
  @Override
  public void step(double[] weights, double[] gradient) {
    double[] penalised = gradient.clone();
    double factor = clip.factor(gradient);
    for (int i = 0; i < penalised.length; i++) {
      double clipped = Math.max(-clip.bound(), Math.min(clip.bound(), factor * gradient[i]));
      penalised[i] = clipped + penalty.l2() * penalty.l2Factor(i) * weights[i];
    }
    stepper.step(weights, penalised);
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
