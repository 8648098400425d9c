package org.sparkradam.ml;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.DoubleArrayParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.param.StringArrayParam;
import org.sparkradam.ml.internal.fit.Trained;
import org.sparkradam.ml.internal.param.NumberParams;
import org.sparkradam.ml.internal.param.Validator;
import org.sparkradam.optim.UpdateRule;
import org.sparkradam.train.TrainingListener;
import org.sparkradam.train.checkpoint.CheckpointFolder;

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
  final ObjectiveParams.FactorParams factors;
  final Validation validation;
  final CheckpointParams checkpoints;
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
    factors = new ObjectiveParams.FactorParams(owner);
    validation = new Validation(owner);
    checkpoints = new CheckpointParams(owner);
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
  static final class CheckpointParams implements Serializable {
    private static final long serialVersionUID = 1L;

    final Param<String> checkpointDir;
    final IntParam checkpointInterval;

    CheckpointParams(Params owner) {
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
      owner.setDefault(checkpointInterval, CheckpointFolder.USUAL_INTERVAL);
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

  /** What a stage holds beside its params: copies of the stage keep it, saved ones do not. */
  static final class Attachments implements Serializable {
    private static final long serialVersionUID = 1L;

    private transient TrainingListener listener;
    private Model<?> initialModel;
    private UpdateRule updateRule;
    private boolean evaluatedOnly;
    private transient Trained<?> trained;

    Optional<TrainingListener> listener() {
      return Optional.ofNullable(listener);
    }

    void setListener(TrainingListener value) {
      listener = value;
    }

    /**
     * The model to start from, if there is one.
     *
     * @param type of the stage's models
     */
    <M extends Model<M>> Optional<M> initialModel(Class<M> type) {
      return Optional.ofNullable(type.cast(initialModel));
    }

    void setInitialModel(Model<?> value) {
      initialModel = value;
    }

    /** The user's own rule, which counts in place of a solver's, if there is one. */
    Optional<UpdateRule> updateRule() {
      return Optional.ofNullable(updateRule);
    }

    void setUpdateRule(UpdateRule value) {
      updateRule = value;
    }

    /** That nobody will ask models for their training summaries. */
    void setEvaluatedOnly() {
      evaluatedOnly = true;
    }

    /** Spark plans queries for a summary, which takes as long as many a fit beside others. */
    void summarise(Runnable summary) {
      if (!evaluatedOnly) {
        summary.run();
      }
    }

    /** What the next fit has to return, which was trained beside others; not for copies. */
    void setTrained(Trained<?> value) {
      trained = value;
    }

    /**
     * What {@link #setTrained} left, once.
     *
     * @param <M> the stage's models
     */
    @SuppressWarnings("unchecked") // only the stage's own training leaves it
    <M> Optional<Trained<M>> takeTrained() {
      Optional<Trained<M>> taken = Optional.ofNullable((Trained<M>) trained);
      trained = null;
      return taken;
    }

    /** Hands all that is the user's to a copy of the stage, and returns the copy. */
    <S extends MiniBatchStage> S handTo(S copy) {
      copy.stageParams().attachments.listener = listener;
      copy.stageParams().attachments.initialModel = initialModel;
      copy.stageParams().attachments.updateRule = updateRule;
      copy.stageParams().attachments.evaluatedOnly = evaluatedOnly;
      return copy;
    }
  }
}
