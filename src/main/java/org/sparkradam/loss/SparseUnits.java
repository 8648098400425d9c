package org.sparkradam.loss;

/**
 * Products of sparse rows with matrices of features × units. Four units at a time go through a
 * row's entries, in the processor's registers; each sum is in the order of the entries.
 */
final class SparseUnits {
  private final int[] indices;
  private final double[] values;

  /** Of a block: entry p is feature {@code indices[p]}. */
  SparseUnits(int[] indices, double[] values) {
    this.indices = indices;
    this.values = values;
  }

  /** Adds what the entries from begin to end make with the weights to a row of the units. */
  void add(int begin, int end, Matrix weights, Matrix units, int row) {
    int whole = units.columns() & ~3;
    for (int u = 0; u < whole; u += 4) {
      addFour(begin, end, weights, u, units.values(), units.rowFrom(row) + u);
    }
    for (int u = whole; u < units.columns(); u++) {
      addOne(begin, end, weights, u, units.values(), units.rowFrom(row) + u);
    }
  }

  private void addFour(int begin, int end, Matrix weights, int u, double[] units, int to) {
    double[] w = weights.values();
    int from = weights.from() + u;
    int step = weights.columns();
    double s0 = units[to];
    double s1 = units[to + 1];
    double s2 = units[to + 2];
    double s3 = units[to + 3];
    for (int p = begin; p < end; p++) {
      double x = values[p];
      int at = from + indices[p] * step;
      s0 += x * w[at];
      s1 += x * w[at + 1];
      s2 += x * w[at + 2];
      s3 += x * w[at + 3];
    }
    units[to] = s0;
    units[to + 1] = s1;
    units[to + 2] = s2;
    units[to + 3] = s3;
  }

  private void addOne(int begin, int end, Matrix weights, int u, double[] units, int to) {
    double sum = units[to];
    for (int p = begin; p < end; p++) {
      sum += values[p] * weights.values()[weights.rowFrom(indices[p]) + u];
    }
    units[to] = sum;
  }

  /** Adds the entries times a row of the derivatives by units to the gradient. */
  void addGradient(int begin, int end, Matrix deltas, int row, Matrix gradient) {
    int whole = deltas.columns() & ~3;
    for (int u = 0; u < whole; u += 4) {
      addFourGradients(begin, end, deltas.values(), deltas.rowFrom(row) + u, gradient, u);
    }
    for (int u = whole; u < deltas.columns(); u++) {
      double delta = deltas.values()[deltas.rowFrom(row) + u];
      for (int p = begin; p < end; p++) {
        gradient.values()[gradient.rowFrom(indices[p]) + u] += values[p] * delta;
      }
    }
  }

  private void addFourGradients(
      int begin, int end, double[] deltas, int from, Matrix gradient, int u) {
    double[] g = gradient.values();
    int first = gradient.from() + u;
    int step = gradient.columns();
    double d0 = deltas[from];
    double d1 = deltas[from + 1];
    double d2 = deltas[from + 2];
    double d3 = deltas[from + 3];
    for (int p = begin; p < end; p++) {
      double x = values[p];
      int at = first + indices[p] * step;
      g[at] += x * d0;
      g[at + 1] += x * d1;
      g[at + 2] += x * d2;
      g[at + 3] += x * d3;
    }
  }
}
