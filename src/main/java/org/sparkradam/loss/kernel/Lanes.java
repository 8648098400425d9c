package org.sparkradam.loss.kernel;

import org.sparkradam.loss.Logistic;

/**
 * What {@link VectorKernel} has of the processor's vector unit. Matrices are at least a vector
 * wide. Stateless; working arrays are of any contents.
 */
public interface Lanes {
  /** So many rows' sums wait for their lanes to be added. */
  int RUN = 64;

  /** How many doubles a vector has. */
  int count();

  /** How many doubles a row of a padded copy has: whole fours of vectors. */
  default int padded(int columns) {
    int panel = 4 * count();
    return (columns + panel - 1) / panel * panel;
  }

  /**
   * c += a·bᵀ, with a of m × k, b of n × k, c of m × n.
   *
   * @param weights room for m padded rows
   * @param sums room for twice {@link #RUN} vectors
   */
  void addDots(Matrix a, Matrix b, Matrix c, double[] weights, double[] sums);

  /**
   * c += a·b, with a of m × k, b of k × n, c of m × n.
   *
   * @param sums room for m padded rows
   */
  void addCombinations(Strided a, Matrix b, Matrix c, double[] sums);

  /**
   * c += x·b in the first columns, with x of m × k, b of k × n, c of m × n; to the bit as by plain
   * loops.
   *
   * @param columns whole vectors
   */
  void addSparseProduct(SparseRows x, Matrix b, Matrix c, int columns);

  /**
   * c += xᵀ·b in the first columns, with x of m × k, b of m × n, c of k × n; to the bit as by plain
   * loops.
   *
   * @param columns whole vectors
   */
  void addTransposedSparseProduct(SparseRows x, Matrix b, Matrix c, int columns);

  /**
   * {@link Logistic} of so many rows, whole vectors of them.
   *
   * @param margins replaced by weight·∂loss/∂margin
   * @param powers room for as many
   * @param exponents likewise
   * @param sums room for a vector
   * @return Σ weight·loss
   */
  double differentiateLogistic(
      double[] margins,
      double[] labels,
      double[] weights,
      double[] powers,
      double[] exponents,
      double[] sums,
      int length);

  /**
   * The sum of {@code length} entries from {@code from} on.
   *
   * @param sums room for a vector
   */
  double sum(double[] values, int from, int length, double[] sums);
}
