package org.sparkradam.study.solver;

import java.util.Map;
import org.sparkradam.optim.GradientClip;
import org.sparkradam.optim.LearningRateSchedule;
import org.sparkradam.optim.NamedRules;
import org.sparkradam.optim.NamedSchedules;
import org.sparkradam.optim.RuleSetting;

/**
 * The settings written behind a solver's name, as text by param name, each asked for with its
 * default. What is wrong is refused with an {@link IllegalArgumentException}.
 */
record SolverSettings(Map<String, String> values) implements RuleSetting.Values {
  @Override
  public <T> T of(RuleSetting<T> setting) {
    String text = values.get(setting.name());
    return text == null ? setting.otherwise() : setting.read(text);
  }

  /** {@code weightDecay}. */
  double weightDecay(double otherwise) {
    return of(NamedRules.WEIGHT_DECAY.or(otherwise));
  }

  /** {@code gradientClip}: the largest Euclidean norm. */
  GradientClip clip() {
    double norm = of(NamedRules.GRADIENT_CLIP);
    return norm < Double.POSITIVE_INFINITY ? GradientClip.byNorm(norm) : GradientClip.none();
  }

  /** Warm-up times schedule. */
  StochasticSolver.ScheduleOfRun schedule(double beta2) {
    LearningRateSchedule warmup =
        NamedSchedules.warmup(values.getOrDefault("warmup", "none"), beta2);
    String name = values.getOrDefault("schedule", "constant");
    NamedSchedules.schedule(name, 1); // a wrong name is to be refused before there is a run
    return steps -> warmup.times(NamedSchedules.schedule(name, steps));
  }
}
