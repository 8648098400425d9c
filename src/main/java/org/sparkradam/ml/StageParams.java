package org.sparkradam.ml;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.ml.param.DoubleArrayParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.param.StringArrayParam;

/**
 * All params that stages of this library may have, and what is attached to them. Spark finds a
 * stage's params by its accessors, so that those without one are none.
 */
final class StageParams implements Serializable {
  private static final long serialVersionUID = 1L;

  final TrainingDefaults defaults;
  final StringArrayParam featuresCols;
  final BudgetParams budget;
  final OptimizerParams optimizer;
  final VariantParams variants;
  final ObjectiveParams objective;
  final FactorParams factors;
  final ValidationParams validation;
  final CheckpointParams checkpoints;
  final MonitoringParams monitoring;
  final DoubleArrayParam thresholds;
  final Param<String> initialModelPath;
  final Attachments attachments = new Attachments();

  /** Of a linear model. */
  StageParams(Params owner) {
    this(owner, TrainingDefaults.LINEAR, FullBatchSolver.ofLinearModels());
  }

  /** Of another model, which is trained by minibatches. */
  StageParams(Params owner, TrainingDefaults defaults) {
    this(owner, defaults, StageRule.names());
  }

  private StageParams(Params owner, TrainingDefaults defaults, List<String> solvers) {
    this.defaults = defaults;
    featuresCols = FeatureColumns.param(owner);
    budget = new BudgetParams(owner);
    optimizer = new OptimizerParams(owner, solvers);
    variants = new VariantParams(owner);
    objective = new ObjectiveParams(owner);
    factors = new FactorParams(owner);
    validation = new ValidationParams(owner);
    checkpoints = new CheckpointParams(owner);
    monitoring = new MonitoringParams(owner);
    thresholds = Thresholds.param(owner);
    initialModelPath = InitialModel.path(owner);
  }

  /** Of what every stage has. */
  void setDefaults(Params owner) {
    budget.setDefaults(owner);
    optimizer.setDefaults(owner);
    variants.setDefaults(owner);
    validation.setDefaults(owner);
    checkpoints.setDefaults(owner);
  }
}
