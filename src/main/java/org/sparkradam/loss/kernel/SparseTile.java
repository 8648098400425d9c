package org.sparkradam.loss.kernel;

import java.util.Arrays;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.sparkradam.block.SparseBlock;

/** Sparse rows: sums over their active features in a fixed order, whatever the kernel. */
final class SparseTile extends Tile {
  static final int ROWS = 512;

  /** Null where indices are the table's. */
  private final int[] columns;

  private final SparseBlock block;
  private final SparseRows x;
  private final int[] indices;
  private final double[] values;
  private final Kernel kernel;

  SparseTile(SparseBlock block, int from, int to, Workspace workspace, Kernel kernel) {
    super(block, from, to);
    this.columns = block.columns();
    this.block = block;
    this.kernel = kernel;
    int[] starts = block.rowStarts();
    boolean whole = block.singles() == null;
    int begin = starts[from];
    int end = starts[to];
    this.indices = whole ? block.indices() : Arrays.copyOfRange(block.indices(), begin, end);
    this.values = whole ? block.values() : widened(block.singles(), begin, end, workspace);
    this.x = new SparseRows(starts, from, to - from, whole ? 0 : begin, indices, values);
  }

  @Override
  double[] labels() {
    return block.labels();
  }

  @Override
  double[] weights() {
    return block.weights();
  }

  @Override
  public void addMargins(Matrix coefficients, Matrix margins) {
    for (int output = 0; output < coefficients.rows(); output++) {
      for (int row = 0; row < rows(); row++) {
        int at = margins.rowFrom(output) + row;
        double before = margins.values()[at];
        margins.values()[at] =
            withDot(before, row, coefficients.values(), coefficients.rowFrom(output));
      }
    }
  }

  private double withDot(double before, int row, double[] weights, int weightsFrom) {
    double dot = before;
    for (int p = x.begin(row); p < x.end(row); p++) {
      dot += values[p] * weights[weightsFrom + indices[p]];
    }
    return dot;
  }

  @Override
  public void addGradient(Matrix multipliers, Matrix gradient) {
    for (int output = 0; output < gradient.rows(); output++) {
      for (int row = 0; row < rows(); row++) {
        double multiplier = multipliers.values()[multipliers.rowFrom(output) + row];
        addScaled(row, multiplier, gradient.values(), gradient.rowFrom(output));
      }
    }
  }

  private void addScaled(int row, double factor, double[] sum, int sumFrom) {
    for (int p = x.begin(row); p < x.end(row); p++) {
      sum[sumFrom + indices[p]] += factor * values[p];
    }
  }

  @Override
  public void addUnits(Matrix weights, Matrix units) {
    kernel.addSparseProduct(x, weights, units);
  }

  @Override
  public void addUnitsGradient(Matrix deltas, Matrix gradient) {
    kernel.addTransposedSparseProduct(x, deltas, gradient);
  }

  @Override
  public void read(int row, ActiveRow cursor) {
    cursor.pointToSparse(indices, values, x.begin(row), x.end(row));
  }

  @Override
  public Vector vector(int row) {
    int begin = x.begin(row);
    int end = x.end(row);
    return Vectors.sparse(features(), ofTable(begin, end), Arrays.copyOfRange(values, begin, end));
  }

  private int[] ofTable(int begin, int end) {
    int[] features = Arrays.copyOfRange(indices, begin, end);
    for (int p = 0; p < features.length && columns != null; p++) {
      features[p] = columns[features[p]];
    }
    return features;
  }
}
