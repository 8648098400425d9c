package org.sparkradam.optim;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * How gradients become steps. A rule is an immutable value of settings; what it remembers is a
 * {@link RuleState} that its caller owns. Clipping, regularisation and schedules are no business of
 * a rule: {@link Optimizer} composes them around it.
 *
 * <p>Anybody can write one: the names of its state and {@link #begin} are enough for a rule that
 * treats every coordinate by itself.
 */
public interface UpdateRule extends Serializable {

  /** {@return the names of the arrays in this rule's states, each of one number a weight} */
  List<String> stateNames();

  /** {@return the names of the numbers in this rule's states; by default none} */
  default List<String> numberNames() {
    return List.of();
  }

  /**
   * Counts one more gradient in the state ({@link RuleState#advance}) and fixes the scalars of its
   * step. The caller then applies the step exactly once to every coordinate.
   *
   * @param state the rule's
   * @param rate the learning rate α_t that the step will be applied with
   * @return the step, its scalars fixed
   * @throws IllegalArgumentException if the state is another rule's
   */
  RuleStep begin(RuleState state, double rate);

  /**
   * A fresh state of zeros for {@code size} weights.
   *
   * @param size the number of weights
   * @return a state of {@link #stateNames} and {@link #numberNames}
   * @throws IllegalArgumentException if {@code size} is negative
   */
  default RuleState start(int size) {
    return RuleState.zeros(size, stateNames(), numberNames());
  }

  /**
   * The weights to evaluate, and to keep in the end, in place of those that step, such as their
   * average; by default these themselves.
   *
   * @param state the rule's
   * @param weights that step; only read
   * @return the same array, or another one
   */
  default double[] evaluated(RuleState state, double[] weights) {
    return weights;
  }

  /**
   * Refuses what this rule cannot be composed with; by default nothing.
   *
   * @param penalty what is to hold the weights back
   * @throws IllegalArgumentException if it cannot
   */
  default void requireSuits(Penalty penalty) {}

  /**
   * Why a run of so many steps would move no weight, where the settings say so.
   *
   * @param steps of the run, at least 1
   * @return the reason; by default empty
   */
  default Optional<String> tooShort(long steps) {
    return Optional.empty();
  }

  /**
   * Whether a coordinate without a gradient may be left out of a step, see {@link
   * Optimizer#stepTouched}; by default it may. Not where a step has to see all of them.
   *
   * @return whether it may
   */
  default boolean mayLeaveOut() {
    return true;
  }
}
