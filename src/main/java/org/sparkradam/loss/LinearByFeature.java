package org.sparkradam.loss;

import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.loss.kernel.Matrix;
import org.sparkradam.loss.kernel.Tile;
import org.sparkradam.loss.kernel.Workspace;

/**
 * A linear model of several outputs in {@link CoefficientOrder#BY_FEATURE}. On sparse rows each sum
 * is in the order of {@link LinearLoss}, and of its bits.
 */
final class LinearByFeature extends TiledScoring {
  private static final long serialVersionUID = 1L;

  private final LinearLoss loss;

  /**
   * @param loss of the same model, with the same weights after the coefficients
   */
  LinearByFeature(LinearLoss loss) {
    this.loss = loss;
  }

  @Override
  public int weightCount() {
    return loss.weightCount();
  }

  @Override
  public WeightLayout layout() {
    int coefficients = outputs() * features();
    return new WeightLayout(features(), new int[] {outputs()}, weightCount() - coefficients);
  }

  @Override
  public LinearByFeature withFeatures(int count) {
    return new LinearByFeature(loss.withFeatures(count));
  }

  @Override
  public int[] segments() {
    return loss.segments();
  }

  @Override
  int features() {
    return loss.features();
  }

  @Override
  public int outputs() {
    return loss.outputs();
  }

  @Override
  double score(Tile tile, double[] weights, Matrix margins, Workspace workspace, Kernel kernel) {
    setMargins(tile, weights, margins, workspace);
    return lossOf(loss.loss(), tile, margins, weights, workspace, kernel);
  }

  @Override
  double add(Tile tile, double[] weights, double[] gradient, Workspace workspace, Kernel kernel) {
    Matrix margins = workspace.matrix(Workspace.Slot.MARGINS, outputs(), tile.rows());
    setMargins(tile, weights, margins, workspace);
    double sum = loss.differentiate(tile, margins, weights, gradient, workspace, kernel);
    tile.addGradientByFeature(margins, coefficients(gradient), workspace);
    return sum;
  }

  private void setMargins(Tile tile, double[] weights, Matrix margins, Workspace workspace) {
    tile.setMarginsByFeature(loss.intercepts(weights), coefficients(weights), margins, workspace);
  }

  private Matrix coefficients(double[] weights) {
    return new Matrix(weights, 0, features(), outputs());
  }
}
