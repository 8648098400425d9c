package org.sparkradam.mllib;

import java.util.List;
import org.apache.spark.mllib.classification.LogisticRegressionWithSGD;
import org.apache.spark.mllib.classification.SVMWithSGD;
import org.apache.spark.mllib.optimization.Gradient;
import org.apache.spark.mllib.optimization.GradientDescent;
import org.apache.spark.mllib.optimization.HingeGradient;
import org.apache.spark.mllib.optimization.LeastSquaresGradient;
import org.apache.spark.mllib.optimization.LogisticGradient;
import org.apache.spark.mllib.optimization.Updater;
import org.apache.spark.mllib.regression.GeneralizedLinearAlgorithm;
import org.apache.spark.mllib.regression.LabeledPoint;
import org.apache.spark.mllib.regression.LinearRegressionWithSGD;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Penalty;
import org.sparkradam.optim.Regularization;

/** MLlib's trainers by gradient descent, beside the gradient that each of them descends along. */
enum MllibAlgorithm {
  LOGISTIC_REGRESSION(new LogisticGradient(2), Rows.CLASSES) {
    @Override
    GeneralizedLinearAlgorithm<?> create() {
      return new LogisticRegressionWithSGD(STEP_SIZE, ITERATIONS, REG_PARAM, 1);
    }
  },
  LINEAR_REGRESSION(new LeastSquaresGradient(), Rows.NUMBERS) {
    @Override
    GeneralizedLinearAlgorithm<?> create() {
      return new LinearRegressionWithSGD(STEP_SIZE, ITERATIONS, REG_PARAM, 1);
    }
  },
  SVM(new HingeGradient(), Rows.CLASSES) {
    @Override
    GeneralizedLinearAlgorithm<?> create() {
      return new SVMWithSGD(STEP_SIZE, ITERATIONS, REG_PARAM, 1);
    }
  };

  static final double STEP_SIZE = 0.05;
  static final int ITERATIONS = 10;
  static final double REG_PARAM = 0.01;

  final Gradient gradient;
  final List<LabeledPoint> rows;

  MllibAlgorithm(Gradient gradient, List<LabeledPoint> rows) {
    this.gradient = gradient;
    this.rows = rows;
  }

  abstract GeneralizedLinearAlgorithm<?> create();

  /** The trainer with an updater in place of MLlib's, stopping at no tolerance. */
  GeneralizedLinearAlgorithm<?> with(Updater updater) {
    GeneralizedLinearAlgorithm<?> algorithm = create();
    ((GradientDescent) algorithm.optimizer()).setUpdater(updater).setConvergenceTol(0);
    return algorithm;
  }

  /** The same training without Spark. */
  PlainDescent plain(UpdaterKind kind) {
    Penalty penalty = Penalty.of(Regularization.L2, REG_PARAM);
    return new PlainDescent(
        gradient, Optimizer.of(kind.rule, STEP_SIZE).withPenalty(penalty), ITERATIONS);
  }
}
