package org.sparkradam.study;

import org.sparkradam.optim.GradientClip;
import org.sparkradam.optim.LearningRateSchedule;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Penalty;
import org.sparkradam.optim.UpdateRule;

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

  /** The composition that a trial steps with. */
  public Optimizer optimizer(double learningRate, Penalty objective, long steps) {
    return new Optimizer(
        rule, learningRate, schedule.over(steps), clip, objective.withDecay(weightDecay));
  }
}
