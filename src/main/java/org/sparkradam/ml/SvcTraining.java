package org.sparkradam.ml;

import org.apache.spark.ml.classification.LinearSVCModel;
import org.apache.spark.sql.Dataset;
import org.sparkradam.loss.Hinge;

/** Trains what a {@link MiniBatchLinearSVC} asks for. */
record SvcTraining(MiniBatchLinearSVC stage) {
  /** A model without its params, and the objective at each step. */
  record Trained(LinearSVCModel model, double[] objectiveHistory) {}

  Trained train(Dataset<?> table) {
    StageOptimizer.check(stage);
    TrainingRows rows = TrainingRows.of(table, TrainingColumns.of(stage, LabelKind.CLASS));
    LabelClasses.of(table.schema().apply(stage.getLabelCol()), rows.facts().classWeights())
        .requireBinary(stage.getLabelCol());
    LinearProblem problem =
        new LinearProblem(new Hinge(), 1, new double[1], 0, stage.getRegParam());
    LinearWeights weights = new LinearTraining(stage, rows).train(problem);
    return new Trained(
        SparkModels.svc(stage.uid(), weights.coefficients(), weights.intercepts()[0]),
        weights.objectiveHistory());
  }
}
