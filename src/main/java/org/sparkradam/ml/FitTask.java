package org.sparkradam.ml;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sparkradam.loss.Scoring;
import org.sparkradam.loss.centring.LinearCentring;
import org.sparkradam.ml.internal.fit.FitBlocks;
import org.sparkradam.ml.internal.fit.Trained;
import org.sparkradam.ml.internal.param.ParamValue;
import org.sparkradam.optim.Penalty;
import org.sparkradam.train.LbfgsSettings;
import org.sparkradam.train.WeightStepper;

/**
 * What a fit trains on its blocks.
 *
 * @param shape what the loss is made of: fits on the same blocks have the same loss if it is equal
 * @param penalty of the objective history; a stepper applies it
 * @param start weights on the blocks' features
 * @param model makes the model of weights on the blocks' features
 * @param <M> the model
 */
record FitTask<M>(
    MiniBatchStage stage,
    FitPlan plan,
    Object shape,
    Scoring loss,
    Penalty penalty,
    double[] start,
    Method method,
    Function<double[], M> model) {
  /** How weights are found. */
  sealed interface Method {}

  /** By steps on minibatches. */
  record Steps(Supplier<WeightStepper> stepper) implements Method {}

  /**
   * By iterations over all rows.
   *
   * @param centring of the features that weights are found for, if they are not the blocks'
   * @param lbfgs when to stop
   */
  record Iterations(Optional<LinearCentring> centring, LbfgsSettings lbfgs) implements Method {}

  /**
   * Equal for fits on the same blocks that may step side by side: all minibatches and evaluations
   * are the same, and nobody wants to be told of one of them only.
   */
  Object passKey(FitBlocks blocks) {
    return List.of(
        shape,
        plan.budget().batchSize(),
        ParamValue.ifDefined(stage, stage.stageParams().budget.aggregationDepth),
        HeldOutRows.of(stage, blocks, plan.budget(), stepsPerEpoch(blocks)),
        isAlone() ? this : "");
  }

  private long stepsPerEpoch(FitBlocks blocks) {
    return (blocks.training().rows() - 1) / plan.budget().batchSize() + 1;
  }

  private boolean isAlone() {
    StageParams params = stage.stageParams();
    return method instanceof Iterations
        || ParamValue.ifDefined(stage, params.checkpoints.checkpointDir).isPresent()
        || ParamValue.ifDefined(stage, params.monitoring.metricsPath).isPresent()
        || params.attachments.listener().isPresent();
  }

  Trained<M> trained(Trained<double[]> weights) {
    return new Trained<>(model.apply(weights.result()), weights.objectiveHistory());
  }
}
