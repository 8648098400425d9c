package org.sparkradam.ml;

import org.sparkradam.optim.GradientClip;
import org.sparkradam.optim.LearningRateSchedule;
import org.sparkradam.optim.NamedSchedules;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Penalty;

/** Composes the optimizer that a stage's params ask for. */
final class StageOptimizer {
  private StageOptimizer() {}

  /**
   * Refuses params that do not go together, before any job has run.
   *
   * @throws IllegalArgumentException if they do not
   */
  static void check(MiniBatchStage stage) {
    of(stage, 1, Penalty.none());
  }

  /**
   * @param steps of the fit, which its schedule spans
   * @param objective L1 and L2, and the factors of weight decay
   */
  static Optimizer of(MiniBatchStage stage, long steps, Penalty objective) {
    SolverRule solver = SolverRule.of(stage);
    OptimizerParams params = stage.stageParams().optimizer;
    double decay =
        ParamValue.<Double>ifDefined(stage, params.weightDecay).orElse(solver.weightDecay());
    return new Optimizer(
        solver.rule(stage),
        stepSize(stage),
        schedule(stage, steps),
        clip(stage),
        objective.withDecay(decay));
  }

  static double stepSize(MiniBatchStage stage) {
    return ParamValue.<Double>ifDefined(stage, stage.stageParams().budget.stepSize)
        .orElse(stage.stageParams().defaults.stepSize(SolverRule.of(stage)));
  }

  private static LearningRateSchedule schedule(MiniBatchStage stage, long steps) {
    VariantParams variants = stage.stageParams().variants;
    double beta2 = ParamValue.of(stage, stage.stageParams().optimizer.beta2);
    return NamedSchedules.warmup(ParamValue.of(stage, variants.warmup), beta2)
        .times(
            NamedSchedules.schedule(ParamValue.of(stage, variants.schedule), Math.max(1, steps)));
  }

  private static GradientClip clip(MiniBatchStage stage) {
    return ParamValue.<Double>ifDefined(stage, stage.stageParams().optimizer.gradientClip)
        .map(GradientClip::byNorm)
        .orElse(GradientClip.none());
  }
}
