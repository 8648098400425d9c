package org.sparkradam.benchmark.stages;

import java.util.List;
import java.util.Locale;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.classification.FMClassifier;
import org.apache.spark.ml.classification.LinearSVC;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.MultilayerPerceptronClassifier;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.regression.FMRegressor;
import org.apache.spark.ml.regression.LinearRegression;
import org.sparkradam.ml.HasBudget;
import org.sparkradam.ml.MiniBatchFMClassifier;
import org.sparkradam.ml.MiniBatchFMRegressor;
import org.sparkradam.ml.MiniBatchLinearRegression;
import org.sparkradam.ml.MiniBatchLinearSVC;
import org.sparkradam.ml.MiniBatchLogisticRegression;
import org.sparkradam.ml.MiniBatchMultilayerPerceptronClassifier;

/**
 * A stage and Spark's estimator of the same model on one table, both at their defaults but where
 * the model's name says otherwise.
 *
 * @param ours a new stage
 * @param theirs a new estimator of Spark's
 */
record Contest(
    RealTable table,
    String model,
    PredictionQuality quality,
    Entrant<?> ours,
    Estimator<?> theirs) {
  /** A stage that can be given another step size. */
  record Entrant<S extends Estimator<?> & HasBudget<S>>(S stage) {
    Estimator<?> atDefaults() {
      return stage;
    }

    Estimator<?> tuned(double stepSize) {
      @SuppressWarnings("unchecked") // Spark's copy is of the same class
      S copy = (S) stage.copy(ParamMap.empty());
      return copy.setStepSize(stepSize);
    }
  }

  private static final int[] COVTYPE_LAYERS = {54, 64, 32, 7};
  private static final int[] LETTER_LAYERS = {16, 64, 32, 26};

  /** All that are held. */
  static List<Contest> all() {
    return List.of(
        logistic(RealTable.FLIGHTS, PredictionQuality.BINARY),
        factors(RealTable.FLIGHTS),
        logistic(RealTable.ADULT, PredictionQuality.BINARY),
        logistic(RealTable.COVTYPE, PredictionQuality.MULTICLASS),
        perceptron(RealTable.COVTYPE, COVTYPE_LAYERS),
        patientPerceptron(),
        perceptron(RealTable.LETTER, LETTER_LAYERS),
        new Contest(
            RealTable.BEIJING,
            "linear",
            PredictionQuality.REGRESSION,
            new Entrant<>(new MiniBatchLinearRegression()),
            new LinearRegression()),
        new Contest(
            RealTable.BEIJING,
            "fm",
            PredictionQuality.REGRESSION,
            new Entrant<>(new MiniBatchFMRegressor()),
            new FMRegressor()),
        logistic(RealTable.A9A, PredictionQuality.BINARY),
        factors(RealTable.A9A),
        new Contest(
            RealTable.A9A,
            "svm",
            PredictionQuality.MARGIN,
            new Entrant<>(new MiniBatchLinearSVC()),
            new LinearSVC()));
  }

  String title() {
    return table.name().toLowerCase(Locale.ROOT) + " " + model;
  }

  private static Contest logistic(RealTable table, PredictionQuality quality) {
    return new Contest(
        table,
        "logistic",
        quality,
        new Entrant<>(new MiniBatchLogisticRegression()),
        new LogisticRegression());
  }

  private static Contest factors(RealTable table) {
    return new Contest(
        table,
        "fm",
        PredictionQuality.BINARY,
        new Entrant<>(new MiniBatchFMClassifier()),
        new FMClassifier());
  }

  /** Spark's with twice its default of iterations, which on this table are too few. */
  private static Contest patientPerceptron() {
    return new Contest(
        RealTable.COVTYPE,
        "mlp, Spark's of 200 iterations",
        PredictionQuality.MULTICLASS,
        new Entrant<>(new MiniBatchMultilayerPerceptronClassifier().setLayers(COVTYPE_LAYERS)),
        new MultilayerPerceptronClassifier().setLayers(COVTYPE_LAYERS).setMaxIter(200));
  }

  private static Contest perceptron(RealTable table, int[] layers) {
    return new Contest(
        table,
        "mlp",
        PredictionQuality.MULTICLASS,
        new Entrant<>(new MiniBatchMultilayerPerceptronClassifier().setLayers(layers)),
        new MultilayerPerceptronClassifier().setLayers(layers));
  }
}
