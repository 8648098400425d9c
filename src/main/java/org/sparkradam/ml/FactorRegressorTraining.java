package org.sparkradam.ml;

import org.apache.spark.sql.Dataset;
import org.sparkradam.loss.Squared;

/**
 * Trains what a {@link MiniBatchFMRegressor} asks for.
 *
 * @param initial weights to go on from, or null
 */
record FactorRegressorTraining(MiniBatchFMRegressor stage, FactorWeights initial) {
  FactorWeights train(Dataset<?> table) {
    StageOptimizer.check(stage);
    TrainingRows rows = TrainingRows.of(stage, table, LabelKind.NUMBER);
    double unit = RegressionTraining.labelScale(rows.facts());
    // Spark's squared error has no half.
    FactorProblem problem =
        new FactorProblem(
            new Squared(),
            unit,
            2 * unit * unit,
            Settled.of(rows.facts().labelMean()) / unit,
            initial);
    return new FactorTraining(stage, rows).train(problem).weights();
  }
}
