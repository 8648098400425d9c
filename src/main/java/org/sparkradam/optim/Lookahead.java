package org.sparkradam.optim;

import java.util.List;

/**
 * Around any rule slow weights, which after every k of its steps go a share of the way to its own,
 * where it then goes on from (Zhang et al., "Lookahead Optimizer: k steps forward, 1 step back",
 * NeurIPS 2019, arXiv 1907.08610). The slow ones are what is {@link #evaluated}; the rule remembers
 * what it did. L1 is refused, since its proximal step would be one of the fast weights.
 *
 * @param rule that steps
 * @param period k, at least 1; 5 by default
 * @param share in (0, 1]; .5 by default
 */
public record Lookahead(UpdateRule rule, long period, double share) implements UpdateRule {
  private static final String SLOW = "slow";

  /**
   * @param rule that steps
   * @param period k, at least 1; 5 by default
   * @param share in (0, 1]; .5 by default
   * @throws IllegalArgumentException if a setting is out of its range
   */
  public Lookahead {
    Require.notNull("rule", rule);
    Require.atLeast("period", period, 1);
    Require.fraction("share", Require.positive("share", share));
    Composed.with(rule.stateNames(), SLOW);
  }

  /**
   * {@return Lookahead with the paper's settings: after every 5 steps half the way}
   *
   * @param rule that steps
   */
  public static Lookahead around(UpdateRule rule) {
    return new Lookahead(rule, 5, 0.5);
  }

  @Override
  public List<String> stateNames() {
    return Composed.with(rule.stateNames(), SLOW);
  }

  @Override
  public List<String> numberNames() {
    return rule.numberNames();
  }

  @Override
  public boolean mayLeaveOut() {
    return false;
  }

  @Override
  public void requireSuits(Penalty penalty) {
    Composed.requireNoL1("Lookahead", penalty);
    rule.requireSuits(penalty);
  }

  /** Until then the state has no slow weights yet. */
  private static boolean isFirst(RuleState state) {
    return state.steps() == 1;
  }

  @Override
  public RuleStep begin(RuleState state, double rate) {
    RuleStep step = Composed.begin(this, rule, state, rate);
    int at = rule.stateNames().size();
    if (isFirst(state)) {
      step = Composed.before(step, (arrays, from, to) -> keep(arrays, at, from, to));
    }
    return state.steps() % period == 0
        ? Composed.after(step, (arrays, from, to) -> synchronise(arrays, at, from, to))
        : step;
  }

  private static void keep(StepArrays arrays, int at, int from, int to) {
    System.arraycopy(arrays.weights(), from, arrays.state()[at], from, to - from);
  }

  private void synchronise(StepArrays arrays, int at, int from, int to) {
    double[] weights = arrays.weights();
    double[] slow = arrays.state()[at];
    for (int i = from; i < to; i++) {
      slow[i] = (1 - share) * slow[i] + share * weights[i];
      weights[i] = slow[i];
    }
  }

  @Override
  public double[] evaluated(RuleState state, double[] weights) {
    return state.steps() == 0 ? weights : state.array(SLOW);
  }
}
