package org.sparkradam.study;

import org.sparkradam.optim.Adam;
import org.sparkradam.optim.GradientClip;
import org.sparkradam.optim.LearningRateSchedule;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Penalty;
import org.sparkradam.optim.UpdateRule;
import org.sparkradam.table.BadInputException;

/**
 * An optimizer under comparison, all but its rate, its penalty and its length.
 *
 * @param name as the user wrote it, such as {@code radam:rhoThreshold=5}
 * @param rule how gradients become steps
 * @param schedule the factor on the rate, once the number of steps is known
 * @param clip the bound on the data gradient
 * @param weightDecay decoupled, scaled by the rate
 */
public record Solver(
    String name, UpdateRule rule, ScheduleOfRun schedule, GradientClip clip, double weightDecay) {

  /** A schedule that may depend on how long the run is. */
  @FunctionalInterface
  public interface ScheduleOfRun {
    LearningRateSchedule over(long steps);
  }

  /**
   * Refuses a run that would be over before the first step.
   *
   * @throws BadInputException if preconditioning takes all of its steps
   */
  void requireFits(long steps) {
    if (rule instanceof Adam adam && adam.preconditioningSteps() >= steps) {
      throw new BadInputException(
          "solver %s: preconditioningSteps must be below the run's %d steps, but is %d"
              .formatted(name, steps, adam.preconditioningSteps()));
    }
  }

  /** The composition that a trial steps with. */
  public Optimizer optimizer(double learningRate, Penalty objective, long steps) {
    return new Optimizer(
        rule, learningRate, schedule.over(steps), clip, objective.withDecay(weightDecay));
  }
}
