package org.sparkradam.train.evaluation;

import org.sparkradam.loss.kernel.Matrix;

/**
 * The one number that a two-class model ranks rows by: its margin, or by how much that of class 1
 * leads.
 */
final class RankingScore {
  private RankingScore() {}

  /**
   * Of one row.
   *
   * @param margins outputs × rows, of 1 output or 2
   */
  static double of(Matrix margins, int row) {
    double[] values = margins.values();
    int at = margins.from() + row;
    return margins.rows() == 1 ? values[at] : values[at + margins.columns()] - values[at];
  }
}
