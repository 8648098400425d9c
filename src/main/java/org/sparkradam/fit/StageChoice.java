package org.sparkradam.fit;

import org.apache.spark.ml.Estimator;
import org.sparkradam.fit.model.FactorizationModel;
import org.sparkradam.fit.model.LinearKind;
import org.sparkradam.fit.model.LinearModel;
import org.sparkradam.fit.model.ModelSpec;
import org.sparkradam.fit.model.PerceptronModel;
import org.sparkradam.ml.MiniBatchFMClassifier;
import org.sparkradam.ml.MiniBatchFMRegressor;
import org.sparkradam.ml.MiniBatchLinearRegression;
import org.sparkradam.ml.MiniBatchLinearSVC;
import org.sparkradam.ml.MiniBatchLogisticRegression;
import org.sparkradam.ml.MiniBatchMultilayerPerceptronClassifier;

/** Which stage trains which model. */
final class StageChoice {
  private StageChoice() {}

  /** A new stage, its sizes set. */
  static Estimator<?> of(ModelSpec model) {
    if (model instanceof LinearModel linear) {
      return linear(linear);
    } else if (model instanceof FactorizationModel machine) {
      return machine(machine);
    } else if (model instanceof PerceptronModel perceptron) {
      int[] layers = perceptron.layers().stream().mapToInt(Integer::intValue).toArray();
      return new MiniBatchMultilayerPerceptronClassifier().setLayers(layers);
    }
    throw new IllegalArgumentException("no stage trains a " + model.title());
  }

  private static Estimator<?> linear(LinearModel model) {
    return switch (model.kind()) {
      case LOGISTIC, SOFTMAX -> new MiniBatchLogisticRegression();
      case SQUARED -> new MiniBatchLinearRegression();
      case HINGE -> new MiniBatchLinearSVC();
    };
  }

  private static Estimator<?> machine(FactorizationModel model) {
    return model.kind() == LinearKind.SQUARED
        ? new MiniBatchFMRegressor().setFactorSize(model.factorSize())
        : new MiniBatchFMClassifier().setFactorSize(model.factorSize());
  }
}
