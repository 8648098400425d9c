package org.sparkradam.loss.kernel;

import java.util.Arrays;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.sparkradam.block.DenseBlock;

/** Dense rows: products of matrices, which are the kernel's. */
final class DenseTile extends Tile {
  /** 128 KB, a part of any core's second cache. */
  private static final int VALUES = 1 << 14;

  private static final int FEWEST_ROWS = 8;
  private static final int MOST_ROWS = 512;

  private final DenseBlock block;
  private final Matrix x;
  private final Workspace workspace;
  private final Kernel kernel;

  DenseTile(DenseBlock block, int from, int to, Workspace workspace, Kernel kernel) {
    super(block, from, to);
    this.block = block;
    int features = block.features();
    this.x =
        block.singles() == null
            ? new Matrix(block.values(), from * features, to - from, features)
            : new Matrix(
                widened(block.singles(), from * features, to * features, workspace),
                0,
                to - from,
                features);
    this.workspace = workspace;
    this.kernel = kernel;
  }

  static int rowsFor(DenseBlock block) {
    int rows = VALUES / Math.max(1, block.features());
    // Kernels take four rows at a time.
    return Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, rows)) & ~3;
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
    kernel.addProductWithTransposed(coefficients, x, margins, workspace);
  }

  @Override
  public void addGradient(Matrix multipliers, Matrix gradient) {
    kernel.addProduct(multipliers, x, gradient, workspace);
  }

  @Override
  public void addUnits(Matrix weights, Matrix units) {
    kernel.addProduct(x, weights, units, workspace);
  }

  @Override
  public void addUnitsGradient(Matrix deltas, Matrix gradient) {
    kernel.addTransposedProduct(x, deltas, gradient, workspace);
  }

  @Override
  public void read(int row, ActiveRow cursor) {
    cursor.pointToDense(x.values(), x.rowFrom(row), x.columns());
  }

  @Override
  public Vector vector(int row) {
    int begin = x.rowFrom(row);
    return Vectors.dense(Arrays.copyOfRange(x.values(), begin, begin + x.columns()));
  }
}
