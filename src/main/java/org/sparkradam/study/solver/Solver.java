package org.sparkradam.study.solver;

/** An optimizer under comparison, all but its rate, its penalty and its length. */
public sealed interface Solver permits StochasticSolver, LbfgsSolver {
  /** As the user wrote it, such as {@code radam:rhoThreshold=5}. */
  String name();

  /** The rates to try it at: those asked for, or NaN alone where it has no rate. */
  double[] rates(double[] asked);

  /** Whether a run of so many steps is not over before its first one. */
  default boolean fits(long steps) {
    return true;
  }

  /**
   * Refuses a run that would be over before the first step.
   *
   * @throws org.sparkradam.table.BadInputException if so
   */
  default void requireFits(long steps) {}
}
