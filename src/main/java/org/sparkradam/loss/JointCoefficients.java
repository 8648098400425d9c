package org.sparkradam.loss;

import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.loss.kernel.Matrix;
import org.sparkradam.loss.kernel.Tile;
import org.sparkradam.loss.kernel.Workspace;

/**
 * The coefficients of several weight vectors and their gradients, each in one matrix while rows
 * pass by, so that a row is multiplied with all of them at once. Below M is how many margins the
 * vectors have together, vector after vector.
 */
interface JointCoefficients {
  /**
   * margins = constants + what the tile's rows make, with margins of M × rows.
   *
   * @param constants one a margin
   */
  void setMargins(Tile tile, double[] constants, Matrix margins);

  /** Adds to the gradients, with multipliers of M × rows. */
  void addGradient(Tile tile, Matrix multipliers);

  /** Gives the gradients back to where they were taken from. */
  void end();

  /** Margin after margin, M × features: for dense rows, whose kernels multiply matrices. */
  final class ByOutput implements JointCoefficients {
    private final double[][] gradients;
    private final int length;
    private final Matrix coefficients;
    private final Matrix sums;

    /** The first {@code outputs} × {@code features} entries of each vector are its coefficients. */
    ByOutput(
        double[][] weights, double[][] gradients, int outputs, int features, Workspace workspace) {
      this.gradients = gradients;
      this.length = outputs * features;
      int margins = weights.length * outputs;
      this.coefficients = workspace.matrix(Workspace.Slot.COEFFICIENTS, margins, features);
      this.sums = workspace.matrix(Workspace.Slot.COEFFICIENTS_GRADIENT, margins, features);
      for (int k = 0; k < weights.length; k++) {
        System.arraycopy(weights[k], 0, coefficients.values(), k * length, length);
        System.arraycopy(gradients[k], 0, sums.values(), k * length, length);
      }
    }

    @Override
    public void setMargins(Tile tile, double[] constants, Matrix margins) {
      margins.fillRows(constants);
      tile.addMargins(coefficients, margins);
    }

    @Override
    public void addGradient(Tile tile, Matrix multipliers) {
      tile.addGradient(multipliers, sums);
    }

    @Override
    public void end() {
      for (int k = 0; k < gradients.length; k++) {
        System.arraycopy(sums.values(), k * length, gradients[k], 0, length);
      }
    }
  }

  /**
   * Feature after feature, features × M and what fills up a kernel's vectors: for sparse rows, each
   * entry of which then finds the coefficients of all margins side by side.
   */
  final class ByFeature implements JointCoefficients {
    /** So many features' coefficients are transposed at a time, few enough for the first cache. */
    private static final int RUN = 256;

    private final double[][] gradients;
    private final int outputs;
    private final int margins;
    private final Matrix coefficients;
    private final Matrix sums;
    private final Workspace workspace;

    /** The first {@code outputs} × {@code features} entries of each vector are its coefficients. */
    ByFeature(
        double[][] weights,
        double[][] gradients,
        int outputs,
        int features,
        Kernel kernel,
        Workspace workspace) {
      this.gradients = gradients;
      this.outputs = outputs;
      this.workspace = workspace;
      int margins = weights.length * outputs;
      int columns = kernel.sparseColumns(margins);
      this.margins = margins;
      this.coefficients = workspace.matrix(Workspace.Slot.COEFFICIENTS, features, columns);
      this.sums = workspace.matrix(Workspace.Slot.COEFFICIENTS_GRADIENT, features, columns);
      coefficients.clearColumns(margins);
      sums.clearColumns(margins);
      transpose(weights, coefficients::setColumn);
      transpose(gradients, sums::setColumn);
    }

    /** Takes part of a column, between two features, from or to a place in a vector. */
    private interface ColumnCopy {
      void copy(int margin, int feature, int end, double[] vector, int vectorFrom);
    }

    private void transpose(double[][] vectors, ColumnCopy copy) {
      int features = sums.rows();
      for (int feature = 0; feature < features; feature += RUN) {
        int end = Math.min(features, feature + RUN);
        for (int margin = 0; margin < margins; margin++) {
          int from = margin % outputs * features + feature;
          copy.copy(margin, feature, end, vectors[margin / outputs], from);
        }
      }
    }

    @Override
    public void setMargins(Tile tile, double[] constants, Matrix margins) {
      tile.setMarginsByFeature(constants, coefficients, margins, workspace);
    }

    @Override
    public void addGradient(Tile tile, Matrix multipliers) {
      tile.addGradientByFeature(multipliers, sums, workspace);
    }

    @Override
    public void end() {
      transpose(gradients, sums::copyColumn);
    }
  }
}
