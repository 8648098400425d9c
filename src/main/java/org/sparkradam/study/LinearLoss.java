package org.sparkradam.study;

import org.apache.spark.mllib.optimization.Gradient;
import org.apache.spark.mllib.optimization.HingeGradient;
import org.apache.spark.mllib.optimization.LeastSquaresGradient;
import org.apache.spark.mllib.optimization.LogisticGradient;

/**
 * The losses of linear models that MLlib has gradients for, each as a function of a row's margins.
 */
public enum LinearLoss {
  /** log(1 + e^m) - y m, with y in {0, 1}. */
  LOGISTIC("log loss", "log_loss") {
    @Override
    double value(double label, double[] margins, int from, int count) {
      double margin = margins[from];
      return Math.max(margin, 0) + Math.log1p(Math.exp(-Math.abs(margin))) - label * margin;
    }

    @Override
    Gradient gradient(int classes) {
      return new LogisticGradient(2);
    }
  },

  /** Softmax cross entropy with class 0 as pivot: k - 1 margins. */
  SOFTMAX("log loss", "log_loss") {
    @Override
    double value(double label, double[] margins, int from, int count) {
      double largest = 0;
      for (int i = from; i < from + count; i++) {
        largest = Math.max(largest, margins[i]);
      }
      double sum = Math.exp(-largest);
      for (int i = from; i < from + count; i++) {
        sum += Math.exp(margins[i] - largest);
      }
      return largest + Math.log(sum) - (label == 0 ? 0 : margins[from + (int) label - 1]);
    }

    @Override
    Gradient gradient(int classes) {
      return new LogisticGradient(classes);
    }
  },

  /** (m - y)² / 2, as in MLlib. */
  SQUARED("half squared error", "half_squared_error") {
    @Override
    double value(double label, double[] margins, int from, int count) {
      double error = margins[from] - label;
      return error * error / 2;
    }

    @Override
    Gradient gradient(int classes) {
      return new LeastSquaresGradient();
    }
  },

  /** max(0, 1 - (2y - 1) m), with y in {0, 1}. */
  HINGE("hinge loss", "hinge_loss") {
    @Override
    double value(double label, double[] margins, int from, int count) {
      return Math.max(0, 1 - (2 * label - 1) * margins[from]);
    }

    @Override
    Gradient gradient(int classes) {
      return new HingeGradient();
    }
  };

  private final String title;
  private final String key;

  LinearLoss(String title, String key) {
    this.title = title;
    this.key = key;
  }

  /** What a plot calls it. */
  public String title() {
    return title;
  }

  /** Whether losses of this name in files are of this kind. */
  public boolean isMeasuredAs(String name) {
    return key.equals(name);
  }

  /** The loss of one row, whose margins are the {@code count} entries from {@code from} on. */
  abstract double value(double label, double[] margins, int from, int count);

  /** MLlib's gradient of this loss. */
  abstract Gradient gradient(int classes);
}
