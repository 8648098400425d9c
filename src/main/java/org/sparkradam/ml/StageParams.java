package org.sparkradam.ml;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.ml.param.DoubleArrayParam;
import org.apache.spark.ml.param.IntParam;
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
  final OptimizerParams.Variants variants;
  final ObjectiveParams objective;
  final ObjectiveParams.Factors factors;
  final Validation validation;
  final Checkpoints checkpoints;
  final Monitoring monitoring;
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
    variants = new OptimizerParams.Variants(owner);
    objective = new ObjectiveParams(owner);
    factors = new ObjectiveParams.Factors(owner);
    validation = new Validation(owner);
    checkpoints = new Checkpoints(owner);
    monitoring = new Monitoring(owner);
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

  /** The params of {@link HasValidation}, as one stage owns them. */
  static final class Validation implements Serializable {
    private static final long serialVersionUID = 1L;

    final Param<String> validationIndicatorCol;
    final IntParam validationInterval;
    final IntParam validationPatience;

    Validation(Params owner) {
      validationIndicatorCol =
          new Param<>(
              owner,
              "validationIndicatorCol",
              "column that is true in the rows held out for early stopping; not set: none",
              Validator.of("validationIndicatorCol", String.class));
      validationInterval =
          NumberParams.count(
              owner,
              "validationInterval",
              "steps between two evaluations on held-out rows (>= 1); not set: about an epoch",
              1);
      validationPatience =
          NumberParams.count(
              owner,
              "validationPatience",
              "evaluations without a new best after which training stops (>= 1)",
              1);
    }

    void setDefaults(Params owner) {
      owner.setDefault(validationPatience, 10);
    }
  }

  /** The params of {@link HasCheckpoints}, as one stage owns them. */
  static final class Checkpoints implements Serializable {
    private static final long serialVersionUID = 1L;

    final Param<String> checkpointDir;
    final IntParam checkpointInterval;

    Checkpoints(Params owner) {
      checkpointDir =
          new Param<>(
              owner,
              "checkpointDir",
              "folder of the checkpoints of fits; not set: none",
              Validator.path("checkpointDir"));
      checkpointInterval =
          NumberParams.count(
              owner, "checkpointInterval", "steps between two checkpoints (>= 1)", 1);
    }

    void setDefaults(Params owner) {
      owner.setDefault(checkpointInterval, 100);
    }
  }

  /** The params of {@link HasMonitoring}, as one stage owns them. */
  static final class Monitoring implements Serializable {
    private static final long serialVersionUID = 1L;

    final Param<String> metricsPath;

    Monitoring(Params owner) {
      metricsPath =
          new Param<>(
              owner,
              "metricsPath",
              "folder where each fit writes its metrics as JSON lines; not set: none",
              Validator.path("metricsPath"));
    }
  }
}
