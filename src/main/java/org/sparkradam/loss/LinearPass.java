package org.sparkradam.loss;

import java.util.Arrays;

/** A pass of all weight vectors of a linear loss at once. */
final class LinearPass implements TilePass {
  private final LinearLoss loss;
  private final JointCoefficients coefficients;
  private final double[][] weights;
  private final GradientSums sums;
  private final Kernel kernel;

  /** One a margin, vector after vector. */
  private final double[] intercepts;

  LinearPass(
      LinearLoss loss,
      JointCoefficients coefficients,
      double[][] weights,
      GradientSums sums,
      Kernel kernel) {
    this.loss = loss;
    this.coefficients = coefficients;
    this.weights = weights;
    this.sums = sums;
    this.kernel = kernel;
    this.intercepts =
        Arrays.stream(weights).flatMapToDouble(w -> Arrays.stream(loss.intercepts(w))).toArray();
  }

  @Override
  public void add(Tile tile) {
    int all = weights.length * loss.outputs();
    Matrix margins = sums.workspace().matrix(Workspace.Slot.MARGINS, all, tile.rows());
    coefficients.setMargins(tile, intercepts, margins);
    for (int k = 0; k < weights.length; k++) {
      double[] gradient = sums.gradients()[k];
      sums.losses()[k] +=
          loss.differentiate(tile, of(k, margins), weights[k], gradient, sums.workspace(), kernel);
    }
    coefficients.addGradient(tile, margins);
  }

  /** One vector's margins. */
  private Matrix of(int k, Matrix margins) {
    int from = margins.rowFrom(k * loss.outputs());
    return new Matrix(margins.values(), from, loss.outputs(), margins.columns());
  }

  @Override
  public void end() {
    coefficients.end();
  }
}
