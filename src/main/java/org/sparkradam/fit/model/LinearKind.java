package org.sparkradam.fit.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.classification.LinearSVCModel;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.mllib.optimization.Gradient;
import org.apache.spark.mllib.optimization.HingeGradient;
import org.apache.spark.mllib.optimization.LeastSquaresGradient;
import org.apache.spark.mllib.optimization.LogisticGradient;
import org.sparkradam.loss.Hinge;
import org.sparkradam.loss.Logistic;
import org.sparkradam.loss.MarginLoss;
import org.sparkradam.loss.Softmax;
import org.sparkradam.loss.Squared;
import org.sparkradam.ml.MiniBatchLinearRegression;
import org.sparkradam.ml.MiniBatchLinearSVC;
import org.sparkradam.ml.MiniBatchLogisticRegression;
import org.sparkradam.train.evaluation.Metric;

/** The losses of linear models, which both engines of comparisons can train. */
public enum LinearKind {
  /** Two classes, 0 and 1. */
  LOGISTIC(LossName.LOG_LOSS, Metric.AUC) {
    @Override
    MarginLoss marginLoss(int classes) {
      return new Logistic();
    }

    @Override
    Gradient gradient(int classes) {
      return new LogisticGradient(2);
    }

    @Override
    Estimator<?> stage() {
      return new MiniBatchLogisticRegression();
    }

    @Override
    List<double[]> coefficients(Model<?> trained) {
      return ofClasses((LogisticRegressionModel) trained);
    }
  },

  /** Classes 0 … k - 1. */
  SOFTMAX(LossName.LOG_LOSS, Metric.ACCURACY) {
    @Override
    int outputs(int classes) {
      return classes;
    }

    @Override
    MarginLoss marginLoss(int classes) {
      return new Softmax(classes);
    }

    @Override
    Gradient gradient(int classes) {
      return new LogisticGradient(classes);
    }

    @Override
    Estimator<?> stage() {
      return new MiniBatchLogisticRegression();
    }

    @Override
    List<double[]> coefficients(Model<?> trained) {
      return ofClasses((LogisticRegressionModel) trained);
    }
  },

  /** Least squares. */
  SQUARED(LossName.HALF_SQUARED_ERROR, Metric.RMSE) {
    @Override
    MarginLoss marginLoss(int classes) {
      return new Squared();
    }

    @Override
    Gradient gradient(int classes) {
      return new LeastSquaresGradient();
    }

    @Override
    Estimator<?> stage() {
      return new MiniBatchLinearRegression();
    }

    @Override
    List<double[]> coefficients(Model<?> trained) {
      LinearRegressionModel model = (LinearRegressionModel) trained;
      return List.of(row(model.coefficients(), model.intercept()));
    }
  },

  /** The support vector machine, classes 0 and 1. */
  HINGE(LossName.HINGE_LOSS, Metric.AUC) {
    @Override
    MarginLoss marginLoss(int classes) {
      return new Hinge();
    }

    @Override
    Gradient gradient(int classes) {
      return new HingeGradient();
    }

    @Override
    Estimator<?> stage() {
      return new MiniBatchLinearSVC();
    }

    @Override
    List<double[]> coefficients(Model<?> trained) {
      LinearSVCModel model = (LinearSVCModel) trained;
      return List.of(row(model.coefficients(), model.intercept()));
    }

    @Override
    String referenceName() {
      return "best by L-BFGS";
    }
  };

  private final LossName lossName;
  private final Metric metric;

  LinearKind(LossName lossName, Metric metric) {
    this.lossName = lossName;
    this.metric = metric;
  }

  LossName lossName() {
    return lossName;
  }

  Metric metric() {
    return metric;
  }

  /** Margins a row. */
  int outputs(int classes) {
    return 1;
  }

  /** The loss of a row's margins. */
  abstract MarginLoss marginLoss(int classes);

  /** MLlib's gradient of the same loss. */
  abstract Gradient gradient(int classes);

  /** Of a linear model. */
  abstract Estimator<?> stage();

  /** Of the stage's model, see {@link ModelSpec#coefficients}. */
  abstract List<double[]> coefficients(Model<?> trained);

  String referenceName() {
    return "optimum (L-BFGS)";
  }

  private static List<double[]> ofClasses(LogisticRegressionModel model) {
    return IntStream.range(0, model.coefficientMatrix().numRows())
        .mapToObj(k -> ofClass(model, k))
        .toList();
  }

  private static double[] ofClass(LogisticRegressionModel model, int k) {
    double[] row = new double[model.numFeatures() + 1];
    Arrays.setAll(
        row,
        i ->
            i < model.numFeatures()
                ? model.coefficientMatrix().apply(k, i)
                : model.interceptVector().apply(k));
    return row;
  }

  private static double[] row(Vector coefficients, double intercept) {
    double[] row = Arrays.copyOf(coefficients.toArray(), coefficients.size() + 1);
    row[coefficients.size()] = intercept;
    return row;
  }
}
