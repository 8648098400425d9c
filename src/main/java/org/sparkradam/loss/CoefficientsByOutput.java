package org.sparkradam.loss;

/** Margin after margin, M × features: for dense rows, whose kernels multiply matrices. */
final class CoefficientsByOutput implements JointCoefficients {
  private final double[][] gradients;
  private final int length;
  private final Matrix coefficients;
  private final Matrix sums;

  /** The first {@code outputs} × {@code features} entries of each vector are its coefficients. */
  CoefficientsByOutput(
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
