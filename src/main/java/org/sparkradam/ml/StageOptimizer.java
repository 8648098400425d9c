package org.sparkradam.ml;

import org.sparkradam.loss.BlockLoss;
import org.sparkradam.ml.internal.param.ParamValue;
import org.sparkradam.optim.GradientClip;
import org.sparkradam.optim.LearningRateSchedule;
import org.sparkradam.optim.NamedSchedules;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Penalty;
import org.sparkradam.optim.Schedules;
import org.sparkradam.optim.Segments;

/** Composes the optimizer that a stage's params ask for. */
final class StageOptimizer {
  private StageOptimizer() {}

  /**
   * Refuses params that do not go together, before any job has run.
   *
   * @throws IllegalArgumentException if they do not
   */
  static void check(MiniBatchStage stage) {
    new StageRule(stage).check();
    if (FullBatchSolver.isChosen(stage)) {
      FullBatchSolver.check(stage);
    } else {
      Optimizer optimizer =
          of(stage, FitPlan.of(stage, Budget.planned(stage, 1)), l1(stage), Segments.whole());
      // A rule of the user's own may only then say that it goes without L1.
      optimizer.step(optimizer.start(1), new double[1], new double[1]);
      SparseStep.check(stage, optimizer);
    }
  }

  /** What a rule may refuse to be composed with. */
  private static Penalty l1(MiniBatchStage stage) {
    ObjectiveParams params = stage.stageParams().objective;
    double share = ParamValue.<Double>ifDefined(stage, params.elasticNetParam).orElse(0.0);
    double strength = ParamValue.<Double>ifDefined(stage, params.regParam).orElse(0.0);
    return Penalty.none().withL1(share * strength);
  }

  /**
   * @param plan whose steps the schedule spans
   * @param objective L1 and L2, and the factors of weight decay
   * @param loss whose weights are stepped
   */
  static Optimizer of(MiniBatchStage stage, FitPlan plan, Penalty objective, BlockLoss loss) {
    return of(stage, plan, objective, Segments.ofLengths(loss.segments()));
  }

  private static Optimizer of(
      MiniBatchStage stage, FitPlan plan, Penalty objective, Segments segments) {
    StageRule rule = new StageRule(stage);
    OptimizerParams params = stage.stageParams().optimizer;
    double decay =
        ParamValue.<Double>ifDefined(stage, params.weightDecay).orElse(rule.weightDecay());
    return new Optimizer(
        rule.rule(plan.beta2()),
        plan.stepSize() * scaling(stage, plan),
        schedule(rule, plan),
        clip(stage),
        objective.withDecay(decay),
        segments);
  }

  private static double scaling(MiniBatchStage stage, FitPlan plan) {
    return ParamValue.<Long>ifDefined(stage, stage.stageParams().optimizer.scaleRateFrom)
        .map(from -> Schedules.squareRootScaling(plan.budget().batchSize(), from))
        .orElse(1.0);
  }

  private static LearningRateSchedule schedule(StageRule rule, FitPlan plan) {
    String warmup = ParamValue.of(rule.stage(), rule.stage().stageParams().variants.warmup);
    return NamedSchedules.warmup(warmup, plan.beta2())
        .times(NamedSchedules.schedule(rule.schedule(), Math.max(1, plan.steps())));
  }

  private static GradientClip clip(MiniBatchStage stage) {
    return ParamValue.<Double>ifDefined(stage, stage.stageParams().optimizer.gradientClip)
        .map(GradientClip::byNorm)
        .orElse(GradientClip.none());
  }
}
