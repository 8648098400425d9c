package org.sparkradam.ml;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.apache.spark.ml.classification.FMClassificationModel;
import org.apache.spark.ml.classification.LinearSVCModel;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.classification.MultilayerPerceptronClassificationModel;
import org.apache.spark.ml.regression.FMRegressionModel;
import org.apache.spark.ml.regression.LinearRegressionModel;

/** All numbers that a model of Spark's has learned. */
final class TrainedWeights {
  private TrainedWeights() {}

  static double[] of(Object model) {
    if (model instanceof LogisticRegressionModel m) {
      return with(m.intercept(), m.coefficients().toArray());
    } else if (model instanceof LinearRegressionModel m) {
      return with(m.intercept(), m.coefficients().toArray());
    } else if (model instanceof LinearSVCModel m) {
      return with(m.intercept(), m.coefficients().toArray());
    } else if (model instanceof FMClassificationModel m) {
      return with(m.intercept(), m.linear().toArray(), m.factors().toArray());
    } else if (model instanceof FMRegressionModel m) {
      return with(m.intercept(), m.linear().toArray(), m.factors().toArray());
    }
    return ((MultilayerPerceptronClassificationModel) model).weights().toArray();
  }

  private static double[] with(double intercept, double[]... others) {
    return DoubleStream.concat(
            DoubleStream.of(intercept), Arrays.stream(others).flatMapToDouble(DoubleStream::of))
        .toArray();
  }
}
