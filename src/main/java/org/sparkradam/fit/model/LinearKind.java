package org.sparkradam.fit.model;

import org.apache.spark.mllib.optimization.Gradient;
import org.apache.spark.mllib.optimization.HingeGradient;
import org.apache.spark.mllib.optimization.LeastSquaresGradient;
import org.apache.spark.mllib.optimization.LogisticGradient;
import org.sparkradam.loss.Hinge;
import org.sparkradam.loss.Logistic;
import org.sparkradam.loss.MarginLoss;
import org.sparkradam.loss.Softmax;
import org.sparkradam.loss.Squared;
import org.sparkradam.train.evaluation.Metric;

/** The linear models that both engines can train. */
public enum LinearKind {
  /** Two classes, 0 and 1. */
  LOGISTIC(LossName.LOG_LOSS, Metric.AUC) {
    @Override
    MarginLoss marginLoss(int classes) {
      return new Logistic();
    }

    @Override
    public Gradient gradient(int classes) {
      return new LogisticGradient(2);
    }
  },

  /** Classes 0 … k - 1. */
  SOFTMAX(LossName.LOG_LOSS, Metric.ACCURACY) {
    @Override
    MarginLoss marginLoss(int classes) {
      return new Softmax(classes);
    }

    @Override
    public Gradient gradient(int classes) {
      return new LogisticGradient(classes);
    }
  },

  /** Least squares. */
  SQUARED(LossName.HALF_SQUARED_ERROR, Metric.RMSE) {
    @Override
    MarginLoss marginLoss(int classes) {
      return new Squared();
    }

    @Override
    public Gradient gradient(int classes) {
      return new LeastSquaresGradient();
    }
  },

  /** The support vector machine, classes 0 and 1. */
  HINGE(LossName.HINGE_LOSS, Metric.AUC) {
    @Override
    MarginLoss marginLoss(int classes) {
      return new Hinge();
    }

    @Override
    public Gradient gradient(int classes) {
      return new HingeGradient();
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

  /** The loss of a row's margins. */
  abstract MarginLoss marginLoss(int classes);

  /** MLlib's gradient of the same loss. */
  public abstract Gradient gradient(int classes);
}
