package org.sparkradam.mllib;

import java.util.function.DoubleFunction;
import org.sparkradam.optim.GradientClip;
import org.sparkradam.optim.LearningRateSchedule;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Penalty;
import org.sparkradam.optim.Regularization;
import org.sparkradam.optim.Require;
import org.sparkradam.optim.Schedules;
import org.sparkradam.optim.UpdateRule;

/**
 * The settings that all three updaters have. A single value is checked when it is set; what must go
 * together is checked when a run begins. A setting changed during a run counts from the next run.
 *
 * @param <U> the updater itself, which the setters return
 */
abstract class SettableUpdater<U extends SettableUpdater<U>> extends OptimizerUpdater {
  private static final long serialVersionUID = 1L;

  private Regularization regularization = Regularization.L2;
  private LearningRateSchedule schedule = Schedules.constant();
  private GradientClip clip = GradientClip.none();

  /** What MLlib's {@code regParam} means; default {@link Regularization#L2}, on every weight. */
  public U setRegularization(Regularization value) {
    regularization = Require.notNull("regularization", value);
    return self();
  }

  /** The factor on MLlib's {@code stepSize} at each step; default constant 1. */
  public U setSchedule(LearningRateSchedule value) {
    schedule = Require.notNull("schedule", value);
    return self();
  }

  /** Clipping of the data gradient, before the penalty joins it; default none. */
  public U setGradientClip(GradientClip value) {
    clip = Require.notNull("gradientClip", value);
    return self();
  }

  abstract U self();

  abstract UpdateRule rule();

  @Override
  final DoubleFunction<Optimizer> optimizers() {
    Optimizer optimizer = Optimizer.of(rule(), 1.0).withSchedule(schedule).withClip(clip);
    Regularization kind = regularization;
    return regParam -> optimizer.withPenalty(Penalty.of(kind, regParam));
  }
}
