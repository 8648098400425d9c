package org.sparkradam.ml;

import org.apache.spark.ml.classification.FMClassificationModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import org.sparkradam.loss.Logistic;

/**
 * Trains what a {@link MiniBatchFMClassifier} asks for.
 *
 * @param initial weights to go on from, or null
 */
record FactorClassifierTraining(MiniBatchFMClassifier stage, FactorWeights initial)
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
            new FactorProblem(new Logistic(), 1, 1, priors[1] - priors[0], initial),
            weights -> SparkModels.factorClassifier(stage.uid(), weights));
  }
}
