package org.sparkradam.train;

import org.sparkradam.optim.Penalty;
import org.sparkradam.train.checkpoint.SavedState;

/**
 * Adds to the gradient what an L2 penalty of the blocks' weights does, for a stepper whose own
 * weights are others, such as a {@link CentredStepper}.
 *
 * @param penalty of which only L2 counts
 */
public record PenalisedStepper(WeightStepper stepper, Penalty penalty) implements WeightStepper {
  @Override
  public void step(double[] weights, double[] gradient) {
    double[] penalised = gradient.clone();
    for (int i = 0; i < penalised.length; i++) {
      penalised[i] += penalty.l2() * penalty.l2Factor(i) * weights[i];
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
