package org.sparkradam.study.solver;

import java.util.Optional;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Penalty;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.train.LbfgsSettings;

/** An optimizer under comparison, all but its rate, its penalty and its length. */
public interface Solver {
  /** As the user wrote it, such as {@code radam:rhoThreshold=5}. */
  String name();

  /** What it does over all rows at a time; empty if it steps by minibatches, at a rate. */
  Optional<LbfgsSettings> fullBatch();

  /** Whether it has a learning rate, which is to say that it steps by minibatches. */
  default boolean hasRate() {
    return fullBatch().isEmpty();
  }

  /** The rates to try it at: those asked for, or NaN alone where it has no rate. */
  default double[] rates(double[] asked) {
    return hasRate() ? asked.clone() : new double[] {Double.NaN};
  }

  /** Whether a run of so many steps is not over before its first one. */
  boolean fits(long steps);

  /**
   * Refuses a run that would be over before the first step.
   *
   * @throws BadInputException if so
   */
  void requireFits(long steps);

  /**
   * The composition that a trial steps with.
   *
   * @param batchSize rows of a minibatch
   * @throws UnsupportedOperationException if it has no rate
   */
  Optimizer optimizer(double learningRate, Penalty objective, long steps, long batchSize);
}
