package org.sparkradam.block;

import java.io.Serializable;

/**
 * Rows side by side in flat arrays, as many as a chunk holds; may be empty.
 *
 * <p>Immutable by agreement, since the arrays are handed out as they are: nobody writes to them,
 * and so any number of threads may read.
 */
public sealed interface RowBlock extends Serializable permits DenseBlock, SparseBlock {
  /** How many rows, at least 0. */
  int rows();

  /** How many features every row has. */
  int features();

  /**
   * The features that any of the rows has, ascending, if the block has numbers of its own for them,
   * so that its rows are those of a narrower table; else null.
   */
  default int[] columns() {
    return null;
  }

  /** How many features there are under the block's numbers. */
  default int width() {
    return columns() == null ? features() : columns().length;
  }

  /**
   * The label of a row.
   *
   * @param row from 0
   */
  double label(int row);

  /**
   * The weight of a row, 1 unless the source gave another.
   *
   * @param row from 0
   */
  double weight(int row);

  /** The same rows, their features rounded to floats. */
  RowBlock single();

  /** Bytes of memory that the arrays take. */
  long bytes();

  /** The sum of the weights, added in the order of the rows. */
  default double weightSum() {
    double sum = 0;
    for (int row = 0; row < rows(); row++) {
      sum += weight(row);
    }
    return sum;
  }
}
