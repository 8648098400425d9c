package org.sparkradam.fit;

import java.util.Optional;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.classification.TrainingSummary;
import org.apache.spark.ml.regression.LinearRegressionTrainingSummary;
import org.apache.spark.ml.util.HasTrainingSummary;

/** Finds the objective at each step in a model's training summary. */
final class Objectives {
  private Objectives() {}

  /** Empty where the model has no summary, as that of a regression's factorization machine. */
  static Optional<double[]> of(Model<?> model) {
    if (model instanceof HasTrainingSummary<?> trained && trained.hasSummary()) {
      Object summary = trained.summary();
      if (summary instanceof TrainingSummary classification) {
        return Optional.of(classification.objectiveHistory());
      } else if (summary instanceof LinearRegressionTrainingSummary regression) {
        return Optional.of(regression.objectiveHistory());
      }
    }
    return Optional.empty();
  }
}
