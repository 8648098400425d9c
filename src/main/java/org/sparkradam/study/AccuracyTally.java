package org.sparkradam.study;

/** See {@link Metric#ACCURACY}. */
final class AccuracyTally implements MetricTally {
  private static final long serialVersionUID = 1L;

  private final long[] right;
  private final long[] rows;

  AccuracyTally(int vectors) {
    right = new long[vectors];
    rows = new long[vectors];
  }

  @Override
  public MetricTally fresh() {
    return new AccuracyTally(right.length);
  }

  @Override
  public void add(int vector, double label, double[] margins, int from, int outputs) {
    // Class 0 is the pivot of MLlib's softmax: its margin is 0.
    int likeliest = 0;
    double largest = 0;
    for (int i = 0; i < outputs; i++) {
      if (margins[from + i] > largest) {
        largest = margins[from + i];
        likeliest = i + 1;
      }
    }
    rows[vector]++;
    if (likeliest == (int) label) {
      right[vector]++;
    }
  }

  @Override
  public void merge(MetricTally other) {
    AccuracyTally that = (AccuracyTally) other;
    for (int i = 0; i < right.length; i++) {
      right[i] += that.right[i];
      rows[i] += that.rows[i];
    }
  }

  @Override
  public double value(int vector) {
    return (double) right[vector] / rows[vector];
  }
}
