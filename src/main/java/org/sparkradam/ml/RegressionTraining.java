package org.sparkradam.ml;

import java.util.Optional;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import org.sparkradam.loss.Huber;
import org.sparkradam.loss.Squared;
import org.sparkradam.ml.internal.fit.Trained;
import org.sparkradam.ml.internal.model.LabelKind;
import org.sparkradam.ml.internal.model.SparkModels;
import org.sparkradam.ml.internal.model.WarmStart;
import org.sparkradam.ml.internal.moments.WithoutLastBits;

/**
 * Trains what a {@link MiniBatchLinearRegression} asks for.
 *
 * @param initial model to go on from
 */
record RegressionTraining(MiniBatchLinearRegression stage, Optional<LinearRegressionModel> initial)
    implements StageTraining<LinearRegressionModel> {
  @Override
  public TrainingColumns columns(StructType table) {
    return TrainingColumns.of(stage, table, LabelKind.NUMBER);
  }

  @Override
  public PlannedFit<LinearRegressionModel> plan(TrainingRows rows, Dataset<?> table) {
    TableFacts facts = rows.facts();
    if (stage.getFitIntercept() && facts.labelDeviation() == 0 && initial.isEmpty()) {
      return new PlannedFit.Known<>(constant(facts.featureMoments().size(), facts.labelMean()));
    }
    LinearTraining.Objective objective =
        huber() ? huber(facts, labelScale(facts)) : squared(facts, labelScale(facts));
    return new LinearTraining(stage, rows, objective)
        .plan(weights -> model(weights, objective.labelScale()));
  }

  @Override
  public void check() {
    StageOptimizer.check(stage);
    if (huber() && stage.getElasticNetParam() > 0) {
      throw new IllegalArgumentException(
          "elasticNetParam must be 0 with loss huber, which has L2 only, but was "
              + stage.getElasticNetParam());
    }
  }

  private boolean huber() {
    return stage.getLoss().equals("huber");
  }

  /** Labels are trained on in units of their deviation, so that one step size suits them all. */
  static double labelScale(TableFacts facts) {
    double deviation = facts.labelDeviation();
    double scale = deviation > 0 ? deviation : Math.abs(facts.labelMean());
    return scale > 0 ? scale : 1;
  }

  /**
   * As in Spark, and in glmnet, λ is the strength for coefficients in units of σ_x, not σ_x/σ_y.
   */
  private LinearTraining.Objective squared(TableFacts facts, double unit) {
    double strength = stage.getRegParam() / unit;
    double l1 = strength * stage.getElasticNetParam();
    return new LinearTraining.Objective(new Squared(), unit, start(facts, unit), l1, strength - l1);
  }

  /** In the label's own units the penalty is as it is asked for; the loss is one of its units. */
  private LinearTraining.Objective huber(TableFacts facts, double unit) {
    return new LinearTraining.Objective(
        new Huber(stage.getEpsilon()), unit, start(facts, unit), 0, stage.getRegParam() * unit);
  }

  private LinearTraining.Start start(TableFacts facts, double unit) {
    return initial
        .map(model -> start(model, facts.featureMoments().size(), unit))
        .orElse(LinearTraining.Start.prior(WithoutLastBits.of(facts.labelMean())));
  }

  private LinearTraining.Start start(LinearRegressionModel model, int features, double unit) {
    WarmStart.requireSame("features", model.numFeatures(), features);
    WarmStart.requireFinite(model.coefficients().toArray(), model.intercept());
    double[] logScale = huber() ? new double[] {Math.log(model.scale() / unit)} : new double[0];
    return new LinearTraining.Start(
        model.coefficients().toArray(), new double[] {model.intercept()}, logScale);
  }

  private LinearRegressionModel model(LinearTraining.Weights weights, double unit) {
    double scale = huber() ? Math.exp(weights.ofLoss()[0]) * unit : 1;
    return SparkModels.linear(stage.uid(), weights.coefficients(), weights.intercepts()[0], scale);
  }

  private Trained<LinearRegressionModel> constant(int features, double label) {
    return new Trained<>(
        SparkModels.linear(stage.uid(), new double[features], label, 1), new double[] {0});
  }
}
