package org.sparkradam.study;

import java.util.Locale;
import org.sparkradam.optim.Adam;
import org.sparkradam.optim.GradientClip;
import org.sparkradam.optim.LearningRateSchedule;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Penalty;
import org.sparkradam.optim.UpdateRule;
import org.sparkradam.table.BadInputException;

/**
 * A solver that steps by the gradients of minibatches.
 *
 * @param rule how gradients become steps
 * @param schedule the factor on the rate, once the number of steps is known
 * @param clip the bound on the data gradient
 * @param weightDecay decoupled, scaled by the rate
 */
public record StochasticSolver(
    String name, UpdateRule rule, ScheduleOfRun schedule, GradientClip clip, double weightDecay)
    implements Solver {

  /** A schedule that may depend on how long the run is. */
  @FunctionalInterface
  public interface ScheduleOfRun {
    LearningRateSchedule over(long steps);
  }

  @Override
  public double[] rates(double[] asked) {
    return asked.clone();
  }

  @Override
  public boolean fits(long steps) {
    return !(rule instanceof Adam adam) || adam.preconditioningSteps() < steps;
  }

  /**
   * {@inheritDoc}
   *
   * @throws BadInputException if preconditioning takes all of its steps
   */
  @Override
  public void requireFits(long steps) {
    if (!fits(steps) && rule instanceof Adam adam) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "solver %s: preconditioningSteps must be below the run's %d steps, but is %d",
              name,
              steps,
              adam.preconditioningSteps()));
    }
  }

  /** The composition that a trial steps with. */
  public Optimizer optimizer(double learningRate, Penalty objective, long steps) {
    return new Optimizer(
        rule, learningRate, schedule.over(steps), clip, objective.withDecay(weightDecay));
  }
}
