package org.sparkradam.ml.internal.model;

import org.apache.spark.ml.classification.FMClassificationModel;
import org.apache.spark.ml.classification.LinearSVCModel;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.classification.MultilayerPerceptronClassificationModel;
import org.apache.spark.ml.linalg.DenseMatrix;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.regression.FMRegressionModel;
import org.apache.spark.ml.regression.LinearRegressionModel;

/** Makes Spark's models, by constructors that Scala keeps to Spark's own packages. */
public final class SparkModels {
  private SparkModels() {}

  /** Of two classes. */
  public static LogisticRegressionModel binomial(
      String uid, double[] coefficients, double intercept) {
    Matrix row = new DenseMatrix(1, coefficients.length, coefficients, true).compressedRowMajor();
    return new LogisticRegressionModel(uid, row, Vectors.dense(intercept), 2, false);
  }

  /**
   * Of any number of classes.
   *
   * @param coefficients class after class
   * @param intercepts one a class
   */
  public static LogisticRegressionModel multinomial(
      String uid, double[] coefficients, double[] intercepts) {
    int classes = intercepts.length;
    Matrix rows =
        new DenseMatrix(classes, coefficients.length / classes, coefficients, true).compressed();
    Vector compressed = Vectors.dense(intercepts).compressed();
    return new LogisticRegressionModel(uid, rows, compressed, classes, true);
  }

  /** Spark's model of a linear support vector machine. */
  public static LinearSVCModel svc(String uid, double[] coefficients, double intercept) {
    return new LinearSVCModel(uid, Vectors.dense(coefficients).compressed(), intercept);
  }

  /** Spark's factorization machine for two classes. */
  public static FMClassificationModel factorClassifier(String uid, FactorWeights weights) {
    return new FMClassificationModel(
        uid, weights.intercept(), Vectors.dense(weights.linear()), factors(weights));
  }

  /** Spark's factorization machine for amounts. */
  public static FMRegressionModel factorRegressor(String uid, FactorWeights weights) {
    return new FMRegressionModel(
        uid, weights.intercept(), Vectors.dense(weights.linear()), factors(weights));
  }

  private static Matrix factors(FactorWeights weights) {
    int features = weights.linear().length;
    return new DenseMatrix(features, weights.factors().length / features, weights.factors(), true);
  }

  /**
   * A perceptron, which is told its layers by its param.
   *
   * @param weights layer after layer, each inputs × units, input after input, then its biases
   */
  public static MultilayerPerceptronClassificationModel perceptron(String uid, double[] weights) {
    return new MultilayerPerceptronClassificationModel(uid, Vectors.dense(weights));
  }

  /**
   * Of least squares, or of Huber's loss.
   *
   * @param scale σ of Huber's loss, 1 for least squares
   */
  public static LinearRegressionModel linear(
      String uid, double[] coefficients, double intercept, double scale) {
    return new LinearRegressionModel(
        uid, Vectors.dense(coefficients).compressed(), intercept, scale);
  }
}
