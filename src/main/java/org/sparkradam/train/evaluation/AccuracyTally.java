package org.sparkradam.train.evaluation;

import org.sparkradam.loss.LabelledRows;
import org.sparkradam.loss.Matrix;

/** See {@link Metric#ACCURACY}. */
final class AccuracyTally implements MetricTally {
  private static final long serialVersionUID = 1L;

  private final double[] right;
  private final double[] all;

  AccuracyTally(int vectors) {
    right = new double[vectors];
    all = new double[vectors];
  }

  @Override
  public MetricTally fresh() {
    return new AccuracyTally(right.length);
  }

  @Override
  public void add(int vector, LabelledRows rows, Matrix margins) {
    for (int row = 0; row < rows.rows(); row++) {
      all[vector] += rows.weight(row);
      if (likeliest(margins, row) == (int) rows.label(row)) {
        right[vector] += rows.weight(row);
      }
    }
  }

  /** The first of the largest margins; of one alone, whether it is above 0. */
  private static int likeliest(Matrix margins, int row) {
    double[] values = margins.values();
    int at = margins.from() + row;
    if (margins.rows() == 1) {
      return values[at] > 0 ? 1 : 0;
    }
    int likeliest = 0;
    for (int output = 1; output < margins.rows(); output++) {
      if (values[at + output * margins.columns()] > values[at + likeliest * margins.columns()]) {
        likeliest = output;
      }
    }
    return likeliest;
  }

  @Override
  public void merge(MetricTally other) {
    AccuracyTally that = (AccuracyTally) other;
    for (int i = 0; i < right.length; i++) {
      right[i] += that.right[i];
      all[i] += that.all[i];
    }
  }

  @Override
  public double value(int vector) {
    return right[vector] / all[vector];
  }
}
