package org.sparkradam.ml;

import java.util.Optional;
import org.apache.spark.ml.classification.LinearSVCModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import org.sparkradam.loss.Hinge;
import org.sparkradam.ml.internal.model.LabelKind;
import org.sparkradam.ml.internal.model.SparkModels;
import org.sparkradam.ml.internal.model.WarmStart;

/**
 * Trains what a {@link MiniBatchLinearSVC} asks for.
 *
 * @param initial model to go on from
 */
record SvcTraining(MiniBatchLinearSVC stage, Optional<LinearSVCModel> initial)
    implements StageTraining<LinearSVCModel> {
  @Override
  public TrainingColumns columns(StructType table) {
    return TrainingColumns.of(stage, table, LabelKind.CLASS);
  }

  @Override
  public void check() {
    StageOptimizer.check(stage);
  }

  @Override
  public PlannedFit<LinearSVCModel> plan(TrainingRows rows, Dataset<?> table) {
    rows.classes(table).requireBinary(stage.getLabelCol());
    LinearTraining.Start start =
        initial
            .map(model -> start(model, rows.facts().featureMoments().size()))
            .orElse(LinearTraining.Start.prior(0));
    LinearTraining.Objective objective =
        new LinearTraining.Objective(new Hinge(), 1, start, 0, stage.getRegParam());
    return new LinearTraining(stage, rows, objective)
        .plan(
            weights ->
                SparkModels.svc(stage.uid(), weights.coefficients(), weights.intercepts()[0]));
  }

  private static LinearTraining.Start start(LinearSVCModel model, int features) {
    WarmStart.requireSame("features", model.numFeatures(), features);
    WarmStart.requireFinite(model.coefficients().toArray(), model.intercept());
    return new LinearTraining.Start(
        model.coefficients().toArray(), new double[] {model.intercept()}, new double[0]);
  }
}
