package org.sparkradam.loss;

import java.util.Locale;
import java.util.Objects;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.optimization.Gradient;
import org.sparkradam.block.RowBlock;
import org.sparkradam.loss.kernel.Check;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.loss.kernel.Matrix;
import org.sparkradam.loss.kernel.Tile;
import org.sparkradam.loss.kernel.Workspace;

/**
 * Any {@link Gradient} of MLlib as a loss. Each row is handed to it as a vector of its own, so this
 * costs more than the losses written for blocks. The gradient has to be serializable, as MLlib
 * demands, and safe among threads.
 *
 * <p>The weights' layout is the gradient's affair. MLlib has no intercepts: where its algorithms
 * fit one, the rows have a last feature of 1.
 */
public final class MllibGradientLoss extends TiledLoss {
  private static final long serialVersionUID = 1L;

  private final Gradient gradient;
  private final int features;
  private final int weightCount;

  /**
   * @throws IllegalArgumentException if there is not one feature, or not one weight
   */
  public MllibGradientLoss(Gradient gradient, int features, int weightCount) {
    this.gradient = Objects.requireNonNull(gradient, "gradient");
    this.features = Check.atLeast("number of features", features, 1);
    this.weightCount = Check.atLeast("number of weights", weightCount, 1);
  }

  @Override
  public int weightCount() {
    return weightCount;
  }

  @Override
  public WeightLayout layout() {
    return WeightLayout.whole(weightCount);
  }

  @Override
  public MllibGradientLoss withFeatures(int count) {
    return this;
  }

  @Override
  int featuresOf(RowBlock block) {
    return block.features();
  }

  @Override
  int features() {
    return features;
  }

  /** MLlib's vectors are views of our arrays: what the gradient accumulates is in ours at once. */
  @Override
  double add(Tile tile, double[] weights, double[] sum, Workspace workspace, Kernel kernel) {
    Vector at = Vectors.dense(weights);
    Vector total = Vectors.dense(sum);
    double loss = 0;
    for (int row = 0; row < tile.rows(); row++) {
      double weight = tile.weight(row);
      if (weight == 1) {
        loss += gradient.compute(tile.vector(row), tile.label(row), at, total);
      } else if (weight != 0) {
        loss += weight * addWeighted(tile, row, at, sum, workspace);
      }
    }
    return loss;
  }

  /**
   * MLlib's gradients know no row weights: the row's is computed apart, in an array just as long as
   * the weights, for nothing else of the task uses this slot.
   */
  private double addWeighted(Tile tile, int row, Vector at, double[] sum, Workspace workspace) {
    Matrix own = workspace.matrix(Workspace.Slot.ROW_GRADIENT, 1, weightCount);
    double[] ofRow = own.values();
    own.fill(0);
    double loss = gradient.compute(tile.vector(row), tile.label(row), at, Vectors.dense(ofRow));
    double weight = tile.weight(row);
    for (int i = 0; i < weightCount; i++) {
      sum[i] += weight * ofRow[i];
    }
    return loss;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "MllibGradientLoss[%s, features=%d, weights=%d]",
        gradient.getClass().getName(),
        features,
        weightCount);
  }
}
