package org.sparkradam.train;

import java.util.Arrays;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.StepOutcome;
import org.sparkradam.train.checkpoint.SavedState;

/**
 * Steps only the weights whose gradient in the minibatch is not 0, see {@link
 * Optimizer#stepTouched}: those of features that no row has stay what they are, and so does what
 * the rule remembers of them.
 */
public final class LazyStepper implements WeightStepper {
  private final OptimizerStepper stepper;
  private final int[] touched;

  /**
   * @throws IllegalArgumentException if the optimizer has a penalty or weight decay, which move
   *     other weights, too
   */
  public LazyStepper(Optimizer optimizer, int weights) {
    optimizer.requireStepsOfTouched();
    this.stepper = new OptimizerStepper(optimizer, weights);
    this.touched = new int[weights];
  }

  @Override
  public StepOutcome step(double[] weights, double[] gradientSum, double rowWeight) {
    int count = 0;
    for (int i = 0; i < gradientSum.length; i++) {
      if (gradientSum[i] != 0) {
        touched[count] = i;
        gradientSum[count++] = gradientSum[i];
      }
    }
    return stepper.stepTouched(
        weights, Arrays.copyOf(touched, count), Arrays.copyOf(gradientSum, count), rowWeight);
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
