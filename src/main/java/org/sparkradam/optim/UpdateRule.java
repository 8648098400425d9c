package org.sparkradam.optim;

import java.io.Serializable;
import java.util.List;

/**
 * How gradients become steps. A rule is an immutable value of settings; what it remembers is a
 * {@link RuleState} that its caller owns. Clipping, regularisation and schedules are no business of
 * a rule: {@link Optimizer} composes them around it.
 */
public sealed interface UpdateRule extends Serializable permits RAdam, Adam, Sgd {

  /** The names of the arrays in this rule's states. */
  List<String> stateNames();

  /**
   * Counts one more gradient in the state and fixes the scalars of its step. The caller then
   * applies the step exactly once to every coordinate.
   *
   * @throws IllegalArgumentException if the state is another rule's
   */
  RuleStep begin(RuleState state);

  /**
   * A fresh state of zeros for {@code size} weights.
   *
   * @throws IllegalArgumentException if {@code size} is negative
   */
  default RuleState start(int size) {
    return RuleState.zeros(size, stateNames());
  }
}
