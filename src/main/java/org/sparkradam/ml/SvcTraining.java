package org.sparkradam.ml;

import java.util.Optional;
import org.apache.spark.ml.classification.LinearSVCModel;
import org.apache.spark.sql.Dataset;
import org.sparkradam.loss.Hinge;

/**
 * Trains what a {@link MiniBatchLinearSVC} asks for.
 *
 * @param initial model to go on from
 */
record SvcTraining(MiniBatchLinearSVC stage, Optional<LinearSVCModel> initial) {
  /** A model without its params, and the objective at each step. */
  record Trained(LinearSVCModel model, double[] objectiveHistory) {}

  Trained train(Dataset<?> table) {
    StageOptimizer.check(stage);
    TrainingRows rows = TrainingRows.of(stage, table, LabelKind.CLASS);
    rows.classes(table).requireBinary(stage.getLabelCol());
    LinearStart start =
        initial
            .map(model -> start(model, rows.facts().featureMoments().size()))
            .orElse(LinearStart.prior(0));
    LinearProblem problem = new LinearProblem(new Hinge(), 1, start, 0, stage.getRegParam());
    LinearWeights weights = new LinearTraining(stage, rows, problem).train();
    return new Trained(
        SparkModels.svc(stage.uid(), weights.coefficients(), weights.intercepts()[0]),
        weights.objectiveHistory());
  }

  private static LinearStart start(LinearSVCModel model, int features) {
    WarmStart.requireSame("features", model.numFeatures(), features);
    WarmStart.requireFinite(model.coefficients().toArray(), model.intercept());
    return new LinearStart(
        model.coefficients().toArray(), new double[] {model.intercept()}, new double[0]);
  }
}
