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
    if (FullBatchSolver.isChosen(stage)) {
      FullBatchSolver.check(stage);
    } else {
      Optimizer optimizer = of(stage, FitPlan.of(stage, Budget.planned(stage, 1)), Penalty.none());
      SparseStep.check(stage, optimizer.penalty().decay());
    }
  }

  /**
   * @param plan whose steps the schedule spans
   * @param objective L1 and L2, and the factors of weight decay
   */
  static Optimizer of(MiniBatchStage stage, FitPlan plan, Penalty objective) {
    SolverRule solver = SolverRule.of(stage);
    OptimizerParams params = stage.stageParams().optimizer;
    double decay =
        ParamValue.<Double>ifDefined(stage, params.weightDecay).orElse(solver.weightDecay());
    return new Optimizer(
        solver.rule(stage, plan.beta2()),
        plan.stepSize(),
        schedule(stage, plan),
        clip(stage),
        objective.withDecay(decay));
  }

  private static LearningRateSchedule schedule(MiniBatchStage stage, FitPlan plan) {
    VariantParams variants = stage.stageParams().variants;
    return NamedSchedules.warmup(ParamValue.of(stage, variants.warmup), plan.beta2())
        .times(
            NamedSchedules.schedule(
                ParamValue.of(stage, variants.schedule), Math.max(1, plan.steps())));
  }

  private static GradientClip clip(MiniBatchStage stage) {
    return ParamValue.<Double>ifDefined(stage, stage.stageParams().optimizer.gradientClip)
        .map(GradientClip::byNorm)
        .orElse(GradientClip.none());
  }
}
