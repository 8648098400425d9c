package org.sparkradam.train;

import java.util.HashMap;
import java.util.Map;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.RuleState;
import org.sparkradam.optim.StepOutcome;
import org.sparkradam.train.checkpoint.SavedState;

/** Steps as an {@link Optimizer} does; what it remembers is the rule's state and nothing else. */
public final class OptimizerStepper implements WeightStepper {
  private final Optimizer optimizer;
  private RuleState state;

  /**
   * @param weights how many there are
   */
  public OptimizerStepper(Optimizer optimizer, int weights) {
    this.optimizer = optimizer;
    this.state = optimizer.start(weights);
  }

  @Override
  public StepOutcome step(double[] weights, double[] gradientSum, double rowWeight) {
    return optimizer.step(state, weights, gradientSum, rowWeight);
  }

  /**
   * One step of the weights that the minibatch has touched; see {@link Optimizer#stepTouched}.
   *
   * @param weights those touched are changed in place
   * @param touched which, ascending, each once
   * @param gradientOfTouched of each the data gradient, summed over the minibatch's rows; only read
   * @param rowWeight what makes a mean of the sum: the rows' weight, above 0
   * @return what it came to, of the touched weights alone
   * @throws IllegalArgumentException if the optimizer has a penalty, among others
   */
  public StepOutcome stepTouched(
      double[] weights, int[] touched, double[] gradientOfTouched, double rowWeight) {
    return optimizer.stepTouched(state, weights, touched, gradientOfTouched, rowWeight);
  }

  @Override
  public double[] evaluated(double[] weights) {
    return optimizer.evaluated(state, weights);
  }

  @Override
  public void save(SavedState to) {
    to.put("steps", state.steps());
    SavedState arrays = to.part("arrays");
    state.arrays().forEach(arrays::put);
    SavedState numbers = to.part("numbers");
    state.numbers().forEach(numbers::put);
  }

  @Override
  public void restore(SavedState from) {
    SavedState saved = from.part("numbers");
    Map<String, Double> numbers = new HashMap<>();
    state.numbers().keySet().forEach(name -> numbers.put(name, saved.number(name)));
    state = RuleState.of(from.count("steps"), from.part("arrays").arrays(), numbers);
  }
}
