package org.sparkradam.ml;

import org.sparkradam.ml.internal.param.ParamValue;

/**
 * What a fit is trained with: the values of params, and where they are not set those that its kind
 * of model has for such a table.
 *
 * @param stepSize learning rate before schedule and warm-up
 * @param beta2 decay of the second moment
 */
record FitPlan(Budget budget, double stepSize, double beta2) {
  /** With what the kind of model has for all tables. */
  static FitPlan of(MiniBatchStage stage, Budget budget) {
    double stepSize = stage.stageParams().defaults.stepSize(new StageRule(stage));
    return of(stage, budget, stepSize, beta2OfRule(stage));
  }

  /**
   * @param stepSize where the param is not set
   * @param beta2 where the param is not set
   */
  static FitPlan of(MiniBatchStage stage, Budget budget, double stepSize, double beta2) {
    StageParams params = stage.stageParams();
    return new FitPlan(
        budget,
        ParamValue.<Double>ifDefined(stage, params.budget.stepSize).orElse(stepSize),
        stage.isSet(params.optimizer.beta2) ? beta2OfRule(stage) : beta2);
  }

  long steps() {
    return budget.steps();
  }

  private static double beta2OfRule(MiniBatchStage stage) {
    return ParamValue.of(stage, stage.stageParams().optimizer.beta2);
  }
}
