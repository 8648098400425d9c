package org.sparkradam.ml;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.param.Param;
import org.sparkradam.loss.BlockLoss;
import org.sparkradam.ml.internal.param.ParamValue;
import org.sparkradam.train.LbfgsSettings;

/**
 * The solver {@code lbfgs} of linear models: all rows in each iteration, until there is nothing
 * more to gain, with the defaults of {@code maxIter} and {@code tol} that Spark's trainers have.
 */
final class FullBatchSolver {
  private static final int MAX_ITER = 100;
  private static final double TOL = 1e-6;

  private FullBatchSolver() {}

  /** The values of {@code solver} in a linear model's stage. */
  static List<String> ofLinearModels() {
    return Stream.concat(StageRule.names().stream(), Stream.of(LbfgsSettings.SOLVER)).toList();
  }

  static boolean isChosen(MiniBatchStage stage) {
    String solver = ParamValue.of(stage, stage.stageParams().optimizer.solver);
    return solver.equals(LbfgsSettings.SOLVER);
  }

  /**
   * @throws IllegalArgumentException if a param is set that says how to step by minibatches
   */
  static void check(MiniBatchStage stage) {
    StageParams params = stage.stageParams();
    OptimizerParams rule = params.optimizer;
    OptimizerParams.Variants variants = params.variants;
    Stream.of(
            params.budget.batchSize,
            params.budget.stepSize,
            rule.beta1,
            rule.beta2,
            rule.adamEpsilon,
            rule.rhoThreshold,
            rule.momentum,
            rule.nesterov,
            rule.weightDecay,
            rule.momentumDecay,
            rule.gradientClip,
            rule.scaleRateFrom,
            rule.sparseStep,
            variants.epsilonPlacement,
            variants.varianceModel,
            variants.belowThreshold,
            variants.warmup,
            variants.schedule,
            params.checkpoints.checkpointDir)
        .filter(stage::isSet)
        .findFirst()
        .ifPresent(param -> refuse(param));
  }

  private static void refuse(Param<?> param) {
    throw new IllegalArgumentException(
        "%s must not be set with solver lbfgs, which has none; maxIter and tol are its own"
            .formatted(param.name()));
  }

  /** All rows, as often as it iterates at most. */
  static FitPlan plan(MiniBatchStage stage, long rows) {
    int iterations =
        ParamValue.<Integer>ifDefined(stage, stage.stageParams().budget.maxIter).orElse(MAX_ITER);
    return new FitPlan(new Budget(iterations, rows), 1, 0);
  }

  static LbfgsSettings settings(MiniBatchStage stage, long iterations, BlockLoss loss) {
    BudgetParams params = stage.stageParams().budget;
    double tolerance = stage.isSet(params.tol) ? ParamValue.of(stage, params.tol) : TOL;
    return LbfgsSettings.defaults()
        .withMaxIterations((int) iterations)
        .withTolerance(tolerance)
        .withLineSearch(LbfgsSettings.LineSearch.suited(loss));
  }
}
