package org.sparkradam.ml;

import java.util.Optional;
import org.apache.spark.ml.param.DoubleParam;
import org.sparkradam.ml.internal.param.ChoiceParams;
import org.sparkradam.ml.internal.param.ParamValue;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.train.LazyStepper;
import org.sparkradam.train.OptimizerStepper;
import org.sparkradam.train.WeightStepper;

/** The values of {@code sparseStep}: which weights a step moves. */
enum SparseStep {
  /** All, as the rule says. */
  DENSE {
    @Override
    WeightStepper stepper(Optimizer optimizer, int weights) {
      return new OptimizerStepper(optimizer, weights);
    }
  },

  /** Those that the minibatch has a gradient of. */
  LAZY {
    @Override
    WeightStepper stepper(Optimizer optimizer, int weights) {
      return new LazyStepper(optimizer, weights);
    }
  };

  abstract WeightStepper stepper(Optimizer optimizer, int weights);

  static SparseStep of(MiniBatchStage stage) {
    String title = ParamValue.of(stage, stage.stageParams().optimizer.sparseStep);
    return ChoiceParams.constant(SparseStep.class, title);
  }

  /**
   * @param optimizer with the weight decay
   * @throws IllegalArgumentException if what is asked for moves weights that no row touches
   */
  static void check(MiniBatchStage stage, Optimizer optimizer) {
    StageParams params = stage.stageParams();
    refuse(
        stage, ParamValue.ifDefined(stage, params.objective.regParam), params.objective.regParam);
    refuse(stage, Optional.of(optimizer.penalty().decay()), params.optimizer.weightDecay);
    if (of(stage) == LAZY && !optimizer.rule().mayLeaveOut()) {
      throw new IllegalArgumentException(
          "sparseStep must be dense with %s, whose steps need all weights"
              .formatted(new StageRule(stage).title()));
    }
  }

  private static void refuse(MiniBatchStage stage, Optional<Double> value, DoubleParam param) {
    if (of(stage) == LAZY && value.orElse(0.0) > 0) {
      throw new IllegalArgumentException(
          "%s must be 0 with sparseStep lazy, since it moves weights that no row of a minibatch has, but was %s"
              .formatted(param.name(), value.orElseThrow()));
    }
  }
}
