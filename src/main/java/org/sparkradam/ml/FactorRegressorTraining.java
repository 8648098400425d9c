package org.sparkradam.ml;

import org.apache.spark.ml.regression.FMRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import org.sparkradam.loss.Squared;

/**
 * Trains what a {@link MiniBatchFMRegressor} asks for.
 *
 * @param initial weights to go on from, or null
 */
record FactorRegressorTraining(MiniBatchFMRegressor stage, FactorWeights initial)
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
    FactorProblem problem =
        new FactorProblem(
            new Squared(),
            unit,
            2 * unit * unit,
            Settled.of(rows.facts().labelMean()) / unit,
            initial);
    return new FactorTraining(stage, rows)
        .plan(problem, weights -> SparkModels.factorRegressor(stage.uid(), weights));
  }
}
