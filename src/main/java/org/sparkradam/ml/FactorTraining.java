package org.sparkradam.ml;

import java.util.List;
import java.util.function.Function;
import org.apache.spark.ml.classification.FMClassificationModel;
import org.apache.spark.ml.regression.FMRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import org.sparkradam.loss.FactorizationMachine;
import org.sparkradam.loss.Logistic;
import org.sparkradam.loss.MarginLoss;
import org.sparkradam.loss.Squared;
import org.sparkradam.loss.Term;
import org.sparkradam.loss.centring.FactorCentring;
import org.sparkradam.ml.internal.fit.FitBlocks;
import org.sparkradam.ml.internal.model.FactorScaling;
import org.sparkradam.ml.internal.model.FactorWeights;
import org.sparkradam.ml.internal.model.LabelClasses;
import org.sparkradam.ml.internal.model.LabelKind;
import org.sparkradam.ml.internal.model.SparkModels;
import org.sparkradam.ml.internal.moments.FeatureMoments;
import org.sparkradam.ml.internal.moments.WithoutLastBits;
import org.sparkradam.ml.internal.param.ParamValue;
import org.sparkradam.optim.GradientClip;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Penalty;
import org.sparkradam.train.CentredStepper;
import org.sparkradam.train.PenalisedStepper;
import org.sparkradam.train.WeightStepper;

/**
 * Trains a factorization machine on scaled features, and gives it for raw ones. With linear terms
 * and an intercept, numeric features are centred as well, virtually.
 */
final class FactorTraining {
  private final HasFactors<?> stage;
  private final TrainingRows rows;
  private final Term linear;
  private final Term intercept;
  private final FactorScaling scaling;

  FactorTraining(HasFactors<?> stage, TrainingRows rows) {
    this.stage = stage;
    this.rows = rows;
    this.linear = stage.getFitLinear() ? Term.FITTED : Term.ABSENT;
    this.intercept = stage.getFitIntercept() ? Term.FITTED : Term.ABSENT;
    FeatureMoments moments = rows.facts().featureMoments();
    this.scaling = isCentred() ? FactorScaling.centred(moments) : FactorScaling.uncentred(moments);
  }

  /**
   * @param model makes the model of its weights
   * @throws IllegalArgumentException if the weights to go on from do not fit
   */
  <M> PlannedFit<M> plan(Objective objective, Function<FactorWeights, M> model) {
    if (objective.initial() != null) {
      objective.initial().check(stage.getFactorSize(), scaling.scale().length);
    }
    FactorWeights.Units units =
        new FactorWeights.Units(
            scaling.scale(), objective.labelUnit(), stage.getFactorSize(), linear, intercept);
    return new PlannedFit.OnBlocks<>(
        new TrainingRows.Scaled(rows, scaling.scale(), objective.labelUnit()),
        blocks -> task(objective, units, blocks, model));
  }

  private <M> FitTask<M> task(
      Objective objective,
      FactorWeights.Units units,
      FitBlocks blocks,
      Function<FactorWeights, M> model) {
    FitPlan plan = FitPlan.of(stage, Budget.of(stage, blocks.training().rows()));
    FactorizationMachine loss =
        new FactorizationMachine(
            objective.loss(), scaling.scale().length, stage.getFactorSize(), linear, intercept);
    Penalty penalty = penalty(objective, loss, units);
    double[] start = start(objective, loss, units);
    return new FitTask<>(
        stage,
        plan,
        List.of(objective.loss(), stage.getFactorSize(), linear, intercept),
        loss,
        penalty,
        start,
        new FitTask.Steps(() -> stepper(plan, penalty, start, loss)),
        weights -> model.apply(units.toRaw(weights)));
  }

  /** On the weights of the raw features, as in Spark, the intercept included. */
  private Penalty penalty(
      Objective objective, FactorizationMachine loss, FactorWeights.Units units) {
    double[] factors = loss.penaltyFactors();
    return Penalty.none()
        .withL2(stage.getRegParam() / objective.lossUnit())
        .withFactors(factors, units.squares(), factors);
  }

  /** Weights on the blocks' features. */
  private double[] start(
      Objective objective, FactorizationMachine loss, FactorWeights.Units units) {
    if (objective.initial() != null) {
      return units.toScaled(objective.initial());
    }
    long seed = ParamValue.of(stage, stage.stageParams().budget.seed);
    double[] start = loss.initialWeights(seed, stage.getInitStd());
    if (intercept == Term.FITTED) {
      start[start.length - 1] = objective.intercept();
    }
    return isCentred() ? centring().toBlocks(start) : start;
  }

  private WeightStepper stepper(
      FitPlan plan, Penalty penalty, double[] start, FactorizationMachine loss) {
    if (!isCentred()) {
      return stepper(StageOptimizer.of(stage, plan, penalty, loss), start.length);
    }
    Optimizer optimizer = StageOptimizer.of(stage, plan, penalty.withL2(0), loss);
    CentredStepper stepper =
        new CentredStepper(
            stepper(optimizer.withClip(GradientClip.none()), start.length),
            centring(),
            centring().toCentred(start));
    return new PenalisedStepper(stepper, optimizer.clip(), penalty);
  }

  private WeightStepper stepper(Optimizer optimizer, int weights) {
    return SparseStep.of(stage).stepper(optimizer, weights);
  }

  private boolean isCentred() {
    return linear == Term.FITTED && intercept == Term.FITTED;
  }

  private FactorCentring centring() {
    return new FactorCentring(scaling.means(), stage.getFactorSize());
  }

  /**
   * A factorization machine to be trained.
   *
   * @param loss of a row's margin, labels being in their unit
   * @param labelUnit what labels are divided by
   * @param lossUnit what Spark's loss is in units of this one
   * @param intercept to start with, in the label's unit
   * @param initial weights to go on from, or null
   */
  record Objective(
      MarginLoss loss,
      double labelUnit,
      double lossUnit,
      double intercept,
      FactorWeights initial) {}

  /**
   * Trains what a {@link MiniBatchFMClassifier} asks for.
   *
   * @param initial weights to go on from, or null
   */
  record Classification(MiniBatchFMClassifier stage, FactorWeights initial)
      implements StageTraining<FMClassificationModel> {
    @Override
    public TrainingColumns columns(StructType table) {
      return TrainingColumns.of(stage, table, LabelKind.CLASS);
    }

    @Override
    public void check() {
      StageOptimizer.check(stage);
      Thresholds.checkCount(stage, stage.thresholds(), 2);
    }

    @Override
    public PlannedFit<FMClassificationModel> plan(TrainingRows rows, Dataset<?> table) {
      LabelClasses classes = rows.classes(table);
      classes.requireBinary(stage.getLabelCol());
      double[] priors = classes.logPriors();
      return new FactorTraining(stage, rows)
          .plan(
              new FactorTraining.Objective(new Logistic(), 1, 1, priors[1] - priors[0], initial),
              weights -> SparkModels.factorClassifier(stage.uid(), weights));
    }
  }

  /**
   * Trains what a {@link MiniBatchFMRegressor} asks for.
   *
   * @param initial weights to go on from, or null
   */
  record Regression(MiniBatchFMRegressor stage, FactorWeights initial)
      implements StageTraining<FMRegressionModel> {
    @Override
    public TrainingColumns columns(StructType table) {
      return TrainingColumns.of(stage, table, LabelKind.NUMBER);
    }

    @Override
    public void check() {
      StageOptimizer.check(stage);
    }

    @Override
    public PlannedFit<FMRegressionModel> plan(TrainingRows rows, Dataset<?> table) {
      double unit = RegressionTraining.labelScale(rows.facts());
      // Spark's squared error has no half.
      FactorTraining.Objective objective =
          new FactorTraining.Objective(
              new Squared(),
              unit,
              2 * unit * unit,
              WithoutLastBits.of(rows.facts().labelMean()) / unit,
              initial);
      return new FactorTraining(stage, rows)
          .plan(objective, weights -> SparkModels.factorRegressor(stage.uid(), weights));
    }
  }
}
