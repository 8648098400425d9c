package org.sparkradam.study;

/** See {@link Metric#RMSE}. */
final class RmseTally implements MetricTally {
  private static final long serialVersionUID = 1L;

  private final double[] squares;
  private final long[] rows;

  RmseTally(int vectors) {
    squares = new double[vectors];
    rows = new long[vectors];
  }

  @Override
  public MetricTally fresh() {
    return new RmseTally(squares.length);
  }

  @Override
  public void add(int vector, double label, double[] margins, int from, int outputs) {
    double error = margins[from] - label;
    squares[vector] += error * error;
    rows[vector]++;
  }

  @Override
  public void merge(MetricTally other) {
    RmseTally that = (RmseTally) other;
    for (int i = 0; i < squares.length; i++) {
      squares[i] += that.squares[i];
      rows[i] += that.rows[i];
    }
  }

  @Override
  public double value(int vector) {
    return Math.sqrt(squares[vector] / rows[vector]);
  }
}
