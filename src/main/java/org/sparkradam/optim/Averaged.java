package org.sparkradam.optim;

import java.util.List;

/**
 * Around any rule the mean of its weights from some step on, which is what is {@link #evaluated}
 * (Polyak &amp; Juditsky, "Acceleration of Stochastic Approximation by Averaging", 1992). The steps
 * themselves are the rule's. L1 is refused: a mean of sparse weights is not sparse.
 *
 * @param rule that steps
 * @param from the first step whose weights are averaged, at least 1; until then the weights
 *     themselves are evaluated
 */
public record Averaged(UpdateRule rule, long from) implements UpdateRule {
  private static final String AVERAGE = "average";
  private static final String COUNT = "averaged";

  /**
   * @param rule that steps
   * @param from the first step whose weights are averaged, at least 1; until then the weights
   *     themselves are evaluated
   * @throws IllegalArgumentException if {@code from} is below 1
   */
  public Averaged {
    Require.notNull("rule", rule);
    Require.atLeast("from", from, 1);
    Composed.with(rule.stateNames(), AVERAGE);
  }

  @Override
  public List<String> stateNames() {
    return Composed.with(rule.stateNames(), AVERAGE);
  }

  @Override
  public List<String> numberNames() {
    return Composed.with(rule.numberNames(), COUNT);
  }

  @Override
  public boolean mayLeaveOut() {
    return false;
  }

  @Override
  public void requireSuits(Penalty penalty) {
    Composed.requireNoL1("averaged weights", penalty);
    rule.requireSuits(penalty);
  }

  @Override
  public RuleStep begin(RuleState state, double rate) {
    RuleStep step = Composed.begin(this, rule, state, rate);
    if (!step.moves() || state.steps() < from) {
      return step;
    }
    double count = state.number(COUNT) + 1;
    state.set(COUNT, count);
    int at = rule.stateNames().size();
    return Composed.after(
        step,
        (arrays, begin, end) -> {
          double[] average = arrays.state()[at];
          for (int i = begin; i < end; i++) {
            average[i] = average[i] * ((count - 1) / count) + arrays.weights()[i] / count;
          }
        });
  }

  @Override
  public double[] evaluated(RuleState state, double[] weights) {
    return state.number(COUNT) > 0 ? state.array(AVERAGE) : rule.evaluated(state, weights);
  }
}
