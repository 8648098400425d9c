package org.sparkradam.train.evaluation;

import java.io.Serializable;
import org.sparkradam.loss.kernel.LabelledRows;
import org.sparkradam.loss.kernel.Matrix;

/** Sums over rows from which a metric of several weight vectors comes. Not thread-safe. */
interface MetricTally extends Serializable {
  /** An empty one of the same shape. */
  MetricTally fresh();

  /**
   * Counts rows for one weight vector.
   *
   * @param margins outputs × rows
   */
  void add(int vector, LabelledRows rows, Matrix margins);

  /** Takes over another's counts. */
  void merge(MetricTally other);

  /** The metric of one weight vector; NaN where the rows do not tell. */
  double value(int vector);
}
