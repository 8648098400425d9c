package org.sparkradam.loss;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.sparkradam.block.RowBlock;
import org.sparkradam.block.RowRange;
import org.sparkradam.block.SparseBlock;
import org.sparkradam.loss.kernel.Check;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.loss.kernel.Matrix;
import org.sparkradam.loss.kernel.Tile;
import org.sparkradam.loss.kernel.Workspace;

/**
 * A linear model's loss: margin = intercept + coefficients·features, for each output.
 *
 * <p>Weights: outputs × features coefficients, output after output; then one intercept an output,
 * if fitted; then the loss's own parameters.
 */
public final class LinearLoss extends TiledScoring {
  private static final long serialVersionUID = 1L;

  /** So many entries a feature repay the transposition of sparse rows' coefficients. */
  private static final int REPAYING = 16;

  private final MarginLoss loss;
  private final int features;
  private final Term intercept;

  /**
   * @throws IllegalArgumentException if there is not one feature, or the weights are more than an
   *     array can hold
   */
  public LinearLoss(MarginLoss loss, int features, Term intercept) {
    this.loss = Objects.requireNonNull(loss, "loss");
    this.features = Check.atLeast("number of features", features, 1);
    this.intercept = Objects.requireNonNull(intercept, "intercept");
    Check.count((long) loss.outputs() * (features + 1L) + loss.parameters());
  }

  @Override
  public int weightCount() {
    return interceptFrom() + intercept.weights(loss.outputs()) + loss.parameters();
  }

  @Override
  public WeightLayout layout() {
    int tail = intercept.weights(loss.outputs()) + loss.parameters();
    return WeightLayout.ofOutputs(features, loss.outputs(), tail);
  }

  @Override
  public LinearLoss withFeatures(int count) {
    return new LinearLoss(loss, count, intercept);
  }

  /** Coefficients, intercepts, the loss's own. */
  @Override
  public int[] segments() {
    return IntStream.of(interceptFrom(), intercept.weights(loss.outputs()), loss.parameters())
        .filter(length -> length > 0)
        .toArray();
  }

  @Override
  int features() {
    return features;
  }

  /** Of a row's margins. */
  public MarginLoss loss() {
    return loss;
  }

  @Override
  public boolean isSmooth() {
    return loss.isSmooth();
  }

  @Override
  public int outputs() {
    return loss.outputs();
  }

  @Override
  double score(Tile tile, double[] weights, Matrix margins, Workspace workspace, Kernel kernel) {
    setMargins(tile, weights, margins);
    return lossOf(loss, tile, margins, weights, workspace, kernel);
  }

  private void setMargins(Tile tile, double[] weights, Matrix margins) {
    margins.fillRows(intercepts(weights));
    tile.addMargins(coefficients(weights), margins);
  }

  /** One an output, 0 where they are not fitted. */
  double[] intercepts(double[] weights) {
    return intercept == Term.FITTED
        ? Arrays.copyOfRange(weights, interceptFrom(), interceptFrom() + outputs())
        : new double[outputs()];
  }

  @Override
  TilePass pass(
      RowBlock block, RowRange rows, double[][] weights, GradientSums sums, Kernel kernel) {
    JointCoefficients joint = joint(block, rows, weights, sums, kernel);
    return joint == null
        ? super.pass(block, rows, weights, sums, kernel)
        : new LinearPass(this, joint, weights, sums, kernel);
  }

  /** Null where to copy the coefficients would cost more than it saves. */
  private JointCoefficients joint(
      RowBlock block, RowRange rows, double[][] weights, GradientSums sums, Kernel kernel) {
    double[][] gradients = sums.gradients();
    if (block instanceof SparseBlock sparse) {
      return weights.length * outputs() > 1 && entries(sparse, rows) >= REPAYING * (long) features
          ? new JointCoefficients.ByFeature(
              weights, gradients, outputs(), features, kernel, sums.workspace())
          : null;
    }
    return weights.length > 1
        ? new JointCoefficients.ByOutput(weights, gradients, outputs(), features, sums.workspace())
        : null;
  }

  @Override
  double add(Tile tile, double[] weights, double[] gradient, Workspace workspace, Kernel kernel) {
    Matrix margins = workspace.matrix(Workspace.Slot.MARGINS, loss.outputs(), tile.rows());
    setMargins(tile, weights, margins);
    double sum = differentiate(tile, margins, weights, gradient, workspace, kernel);
    tile.addGradient(margins, coefficients(gradient));
    return sum;
  }

  /** Replaces the margins by the derivatives, and adds those of all weights but coefficients. */
  double differentiate(
      Tile tile,
      Matrix margins,
      double[] weights,
      double[] gradient,
      Workspace workspace,
      Kernel kernel) {
    double sum = loss.differentiate(tile, margins, weights, gradient, workspace, kernel);
    for (int output = 0; output < intercept.weights(loss.outputs()); output++) {
      int from = margins.rowFrom(output);
      gradient[interceptFrom() + output] +=
          kernel.sum(margins.values(), from, margins.columns(), workspace);
    }
    return sum;
  }

  private static int entries(SparseBlock block, RowRange rows) {
    return block.rowStarts()[rows.to()] - block.rowStarts()[rows.from()];
  }

  private Matrix coefficients(double[] weights) {
    return new Matrix(weights, 0, loss.outputs(), features);
  }

  private int interceptFrom() {
    return loss.outputs() * features;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "LinearLoss[%s, features=%d, intercept=%s]", loss, features, intercept);
  }

  /** A pass of all weight vectors of a linear loss at once. */
  private static final class LinearPass implements TilePass {
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
            loss.differentiate(
                tile, of(k, margins), weights[k], gradient, sums.workspace(), kernel);
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
}
