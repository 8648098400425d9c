package org.sparkradam.study.solver;

import java.util.Optional;
import org.sparkradam.optim.GradientClip;
import org.sparkradam.optim.LearningRateSchedule;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Penalty;
import org.sparkradam.optim.Schedules;
import org.sparkradam.optim.UpdateRule;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.train.LbfgsSettings;

/**
 * A solver that steps by the gradients of minibatches.
 *
 * @param rule how gradients become steps
 * @param schedule the factor on the rate, once the number of steps is known
 * @param clip the bound on the data gradient
 * @param weightDecay decoupled, scaled by the rate
 * @param scaleRateFrom rows of the minibatch that rates are meant for, others scaling them by the
 *     square root; 0 where they do not
 */
public record StochasticSolver(
    String name,
    UpdateRule rule,
    ScheduleOfRun schedule,
    GradientClip clip,
    double weightDecay,
    long scaleRateFrom)
    implements Solver {

  /** A schedule that may depend on how long the run is. */
  @FunctionalInterface
  public interface ScheduleOfRun {
    LearningRateSchedule over(long steps);
  }

  @Override
  public Optional<LbfgsSettings> fullBatch() {
    return Optional.empty();
  }

  @Override
  public boolean fits(long steps) {
    return rule.tooShort(steps).isEmpty();
  }

  /**
   * {@inheritDoc}
   *
   * @throws BadInputException if the rule would not move a weight
   */
  @Override
  public void requireFits(long steps) {
    rule.tooShort(steps)
        .ifPresent(
            why -> {
              throw new BadInputException("solver " + name + ": " + why);
            });
  }

  @Override
  public Optimizer optimizer(double learningRate, Penalty objective, long steps, long batchSize) {
    double scaling = scaleRateFrom == 0 ? 1 : Schedules.squareRootScaling(batchSize, scaleRateFrom);
    return new Optimizer(
        rule, learningRate * scaling, schedule.over(steps), clip, objective.withDecay(weightDecay));
  }
}
