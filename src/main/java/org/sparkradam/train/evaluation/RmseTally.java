package org.sparkradam.train.evaluation;

import org.sparkradam.loss.LabelledRows;
import org.sparkradam.loss.Matrix;

/** See {@link Metric#RMSE}. */
final class RmseTally implements MetricTally {
  private static final long serialVersionUID = 1L;

  private final double[] squares;
  private final double[] all;

  RmseTally(int vectors) {
    squares = new double[vectors];
    all = new double[vectors];
  }

  @Override
  public MetricTally fresh() {
    return new RmseTally(squares.length);
  }

  @Override
  public void add(int vector, LabelledRows rows, Matrix margins) {
    for (int row = 0; row < rows.rows(); row++) {
      double error = margins.values()[margins.from() + row] - rows.label(row);
      squares[vector] += rows.weight(row) * error * error;
      all[vector] += rows.weight(row);
    }
  }

  @Override
  public void merge(MetricTally other) {
    RmseTally that = (RmseTally) other;
    for (int i = 0; i < squares.length; i++) {
      squares[i] += that.squares[i];
      all[i] += that.all[i];
    }
  }

  @Override
  public double value(int vector) {
    return Math.sqrt(squares[vector] / all[vector]);
  }
}
