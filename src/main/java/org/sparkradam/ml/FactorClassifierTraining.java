package org.sparkradam.ml;

import org.apache.spark.sql.Dataset;
import org.sparkradam.loss.Logistic;

/**
 * Trains what a {@link MiniBatchFMClassifier} asks for.
 *
 * @param initial weights to go on from, or null
 */
record FactorClassifierTraining(MiniBatchFMClassifier stage, FactorWeights initial) {
  FactorTraining.Trained train(Dataset<?> table) {
    StageOptimizer.check(stage);
    Thresholds.checkCount(stage, stage.thresholds(), 2);
    TrainingRows rows = TrainingRows.of(stage, table, LabelKind.CLASS);
    LabelClasses classes = rows.classes(table);
    classes.requireBinary(stage.getLabelCol());
    double[] priors = classes.logPriors();
    return new FactorTraining(stage, rows)
        .train(new FactorProblem(new Logistic(), 1, 1, priors[1] - priors[0], initial));
  }
}
