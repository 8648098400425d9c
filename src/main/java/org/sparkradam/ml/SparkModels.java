package org.sparkradam.ml;

import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.DenseMatrix;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.regression.LinearRegressionModel;

/** Makes Spark's models, by constructors that Scala keeps to Spark's own packages. */
final class SparkModels {
  private SparkModels() {}

  /** Of two classes. */
  static LogisticRegressionModel binomial(String uid, double[] coefficients, double intercept) {
    Matrix row = new DenseMatrix(1, coefficients.length, coefficients, true).compressedRowMajor();
    return new LogisticRegressionModel(uid, row, Vectors.dense(intercept), 2, false);
  }

  /**
   * Of any number of classes.
   *
   * @param coefficients class after class
   * @param intercepts one a class
   */
  static LogisticRegressionModel multinomial(
      String uid, double[] coefficients, double[] intercepts) {
    int classes = intercepts.length;
    Matrix rows =
        new DenseMatrix(classes, coefficients.length / classes, coefficients, true).compressed();
    Vector compressed = Vectors.dense(intercepts).compressed();
    return new LogisticRegressionModel(uid, rows, compressed, classes, true);
  }

  /**
   * Of least squares, or of Huber's loss.
   *
   * @param scale σ of Huber's loss, 1 for least squares
   */
  static LinearRegressionModel linear(
      String uid, double[] coefficients, double intercept, double scale) {
    return new LinearRegressionModel(
        uid, Vectors.dense(coefficients).compressed(), intercept, scale);
  }
}
