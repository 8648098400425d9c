package org.sparkradam.loss;

/**
 * Feature after feature, features × M: for sparse rows, each entry of which then finds the
 * coefficients of all margins side by side.
 */
final class CoefficientsByFeature implements JointCoefficients {
  private final double[][] gradients;
  private final int outputs;
  private final Matrix coefficients;
  private final Matrix sums;
  private final Workspace workspace;

  /** The first {@code outputs} × {@code features} entries of each vector are its coefficients. */
  CoefficientsByFeature(
      double[][] weights, double[][] gradients, int outputs, int features, Workspace workspace) {
    this.gradients = gradients;
    this.outputs = outputs;
    this.workspace = workspace;
    int margins = weights.length * outputs;
    this.coefficients = workspace.matrix(Workspace.Slot.COEFFICIENTS, features, margins);
    this.sums = workspace.matrix(Workspace.Slot.COEFFICIENTS_GRADIENT, features, margins);
    for (int margin = 0; margin < margins; margin++) {
      int from = margin % outputs * features;
      coefficients.setColumn(margin, weights[margin / outputs], from);
      sums.setColumn(margin, gradients[margin / outputs], from);
    }
  }

  /** The rows' margins are summed side by side, too. */
  @Override
  public void addMargins(Tile tile, Matrix margins) {
    Matrix byRow = byRow(margins);
    tile.addUnits(coefficients, byRow);
    margins.copyTransposedFrom(byRow);
  }

  @Override
  public void addGradient(Tile tile, Matrix multipliers) {
    tile.addUnitsGradient(byRow(multipliers), sums);
  }

  private Matrix byRow(Matrix margins) {
    Matrix byRow =
        workspace.matrix(Workspace.Slot.MARGINS_BY_ROW, margins.columns(), margins.rows());
    byRow.copyTransposedFrom(margins);
    return byRow;
  }

  @Override
  public void end() {
    for (int margin = 0; margin < sums.columns(); margin++) {
      int from = margin % outputs * sums.rows();
      sums.copyColumn(margin, gradients[margin / outputs], from);
    }
  }
}
