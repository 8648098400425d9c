package org.sparkradam.study.fit;

import org.apache.spark.ml.Estimator;
import org.sparkradam.ml.MiniBatchLinearRegression;
import org.sparkradam.ml.MiniBatchLogisticRegression;
import org.sparkradam.study.FactorizationModel;
import org.sparkradam.study.LinearModel;
import org.sparkradam.study.PerceptronModel;
import org.sparkradam.study.StudyModel;
import org.sparkradam.table.BadInputException;

/** Which stage trains which model. */
final class StageChoice {
  private StageChoice() {}

  /**
   * A new stage, its sizes set.
   *
   * @throws BadInputException if no stage trains such a model
   */
  static Estimator<?> of(StudyModel model) {
    if (model instanceof LinearModel linear) {
      return linear(linear);
    } else if (model instanceof FactorizationModel) {
      throw missing("fm");
    } else if (model instanceof PerceptronModel) {
      throw missing("mlp");
    }
    throw new IllegalArgumentException("no stage trains a " + model.title());
  }

  private static Estimator<?> linear(LinearModel model) {
    return switch (model.kind()) {
      case LOGISTIC, SOFTMAX -> new MiniBatchLogisticRegression();
      case SQUARED -> new MiniBatchLinearRegression();
      case HINGE -> throw missing("svm");
    };
  }

  private static BadInputException missing(String model) {
    return new BadInputException(
        "--model %s: no stage trains it yet; use logistic or linear".formatted(model));
  }
}
