package org.sparkradam.loss.kernel;

import java.util.Arrays;
import org.apache.spark.mllib.linalg.Vector;
import org.sparkradam.block.DenseBlock;
import org.sparkradam.block.RowBlock;
import org.sparkradam.block.RowRange;
import org.sparkradam.block.SparseBlock;

/**
 * A run of a block's rows, so few that they stay in the core's cache while they are read for every
 * weight vector, once for the margins and once for the gradient. X below is its matrix of rows ×
 * features. Which tiles a range is cut into depends on nothing but the range and the block.
 */
public abstract sealed class Tile implements LabelledRows permits DenseTile, SparseTile {
  private final RowBlock block;
  private final int from;
  private final int rows;

  Tile(RowBlock block, int from, int to) {
    this.block = block;
    this.from = from;
    this.rows = to - from;
  }

  /** The tile of a range that begins at a row of it. */
  public static Tile at(
      int from, RowRange range, RowBlock block, Workspace workspace, Kernel kernel) {
    if (block instanceof DenseBlock dense) {
      int to = end(from, range, DenseTile.rowsFor(dense));
      return new DenseTile(dense, from, to, workspace, kernel);
    }
    int to = end(from, range, SparseTile.ROWS);
    return new SparseTile((SparseBlock) block, from, to, workspace, kernel);
  }

  /** Floats as doubles, in an array that may be longer. */
  static double[] widened(float[] singles, int from, int to, Workspace workspace) {
    double[] wide = workspace.array(Workspace.Slot.TILE_VALUES, to - from);
    for (int i = from; i < to; i++) {
      wide[i - from] = singles[i];
    }
    return wide;
  }

  private static int end(int from, RowRange range, int rows) {
    return (int) Math.min(range.to(), (long) from + rows);
  }

  /** Where it begins in the block. */
  final int from() {
    return from;
  }

  /** Where it ends in the block. */
  public final int to() {
    return from + rows;
  }

  @Override
  public final int rows() {
    return rows;
  }

  @Override
  public final double label(int row) {
    return block.label(from + row);
  }

  @Override
  public final double weight(int row) {
    return block.weight(from + row);
  }

  @Override
  public final void copyLabels(double[] target) {
    System.arraycopy(labels(), from, target, 0, rows);
  }

  @Override
  public final void copyWeights(double[] target) {
    double[] weights = weights();
    if (weights == null) {
      Arrays.fill(target, 0, rows, 1);
    } else {
      System.arraycopy(weights, from, target, 0, rows);
    }
  }

  /** Of the whole block. */
  abstract double[] labels();

  /** Of the whole block; null where all are 1. */
  abstract double[] weights();

  /** The sum of the rows' weights, in order. */
  public final double weightSum() {
    double[] weights = weights();
    if (weights == null) {
      return rows;
    }
    double sum = 0;
    for (int row = from; row < from + rows; row++) {
      sum += weights[row];
    }
    return sum;
  }

  final int features() {
    return block.features();
  }

  /** margins += W·Xᵀ, with W of outputs × features and margins of outputs × rows. */
  public abstract void addMargins(Matrix coefficients, Matrix margins);

  /** gradient += M·X, with M of outputs × rows and the gradient of outputs × features. */
  public abstract void addGradient(Matrix multipliers, Matrix gradient);

  /** units += X·W, with W of features × units and units of rows × units. */
  public abstract void addUnits(Matrix weights, Matrix units);

  /** gradient += Xᵀ·D, with D of rows × units and the gradient of features × units. */
  public abstract void addUnitsGradient(Matrix deltas, Matrix gradient);

  /**
   * margins = (constants + X·W)ᵀ, with W of features × outputs and margins of outputs × rows.
   *
   * @param constants one an output
   * @param coefficients may have more columns than there are margins
   */
  public final void setMarginsByFeature(
      double[] constants, Matrix coefficients, Matrix margins, Workspace workspace) {
    Matrix byRow = byRow(coefficients.columns(), workspace);
    byRow.fillRowsWith(Arrays.copyOf(constants, byRow.columns()), 0);
    addUnits(coefficients, byRow);
    margins.copyTransposedFrom(byRow);
  }

  /**
   * gradient += (M·X)ᵀ, with M of outputs × rows and the gradient of features × outputs.
   *
   * @param gradient may have more columns than there are multipliers
   */
  public final void addGradientByFeature(Matrix multipliers, Matrix gradient, Workspace workspace) {
    Matrix byRow = byRow(gradient.columns(), workspace);
    byRow.copyTransposedFrom(multipliers);
    addUnitsGradient(byRow, gradient);
  }

  private Matrix byRow(int columns, Workspace workspace) {
    return workspace.matrix(Workspace.Slot.MARGINS_BY_ROW, rows, columns);
  }

  /** Points the cursor to a row. */
  public abstract void read(int row, ActiveRow cursor);

  /** A copy of a row as MLlib's vector. */
  public abstract Vector vector(int row);
}
