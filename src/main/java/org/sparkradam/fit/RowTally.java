package org.sparkradam.fit;

import java.io.Serializable;
import org.apache.spark.sql.catalyst.util.ArrayData;

/**
 * What is found out of predictions while rows go by. Not thread-safe.
 *
 * @param <T> the tally itself
 */
interface RowTally<T extends RowTally<T>> extends Serializable {
  /**
   * Takes a row in.
   *
   * @param weight above 0
   * @param scores one a class, valid until the next row; null in a regression
   */
  void add(double label, double prediction, double weight, ArrayData scores);

  /** Takes in what another one has found, and returns itself. */
  T plus(T other);
}
