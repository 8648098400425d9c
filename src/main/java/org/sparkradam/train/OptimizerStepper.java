package org.sparkradam.train;

import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.RuleState;
import org.sparkradam.optim.StepOutcome;
import org.sparkradam.train.checkpoint.SavedState;

/** Steps as an {@link Optimizer} does; what it remembers is the rule's state and nothing else. */
public final class OptimizerStepper implements WeightStepper {
  private final Optimizer optimizer;
  private RuleState state;

  public OptimizerStepper(Optimizer optimizer, int weights) {
    this.optimizer = optimizer;
    this.state = optimizer.start(weights);
  }

  @Override
  public StepOutcome step(double[] weights, double[] gradientSum, double rowWeight) {
    return optimizer.step(state, weights, gradientSum, rowWeight);
  }

  @Override
  public void save(SavedState to) {
    to.put("steps", state.steps());
    SavedState arrays = to.part("arrays");
    state.arrays().forEach(arrays::put);
  }

  @Override
  public void restore(SavedState from) {
    state = RuleState.of(from.count("steps"), from.part("arrays").arrays());
  }
}
