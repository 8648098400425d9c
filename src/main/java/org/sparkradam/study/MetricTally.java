package org.sparkradam.study;

import java.io.Serializable;

/** Counts over rows from which a metric of several weight vectors comes. Not thread-safe. */
interface MetricTally extends Serializable {
  /** An empty one of the same shape. */
  MetricTally fresh();

  /** Counts one row for one weight vector, its margins beginning at {@code from}. */
  void add(int vector, double label, double[] margins, int from, int outputs);

  /** Takes over another's counts. */
  void merge(MetricTally other);

  /** The metric of one weight vector. */
  double value(int vector);
}
