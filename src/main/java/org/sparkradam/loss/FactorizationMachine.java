package org.sparkradam.loss;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.sparkradam.loss.kernel.ActiveRow;
import org.sparkradam.loss.kernel.Check;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.loss.kernel.Matrix;
import org.sparkradam.loss.kernel.Tile;
import org.sparkradam.loss.kernel.Workspace;

/**
 * A factorization machine of degree 2: margin = intercept + Σ_i w_i x_i + Σ_{i&lt;j} ⟨v_i, v_j⟩ x_i
 * x_j, in time linear in a row's active features: the pairs' sum is Σ_f (s_f² - Σ_i v_if² x_i²) / 2
 * with s_f = Σ_i v_if x_i. Rendle, <a href="https://doi.org/10.1109/ICDM.2010.127">"Factorization
 * machines"</a>, ICDM 2010, lemma 3.1 and equation 4.
 *
 * <p>Weights, as in Spark's FM models: features × factors, feature after feature; then the linear
 * weights; then the intercept; the last two if fitted.
 */
public final class FactorizationMachine extends TiledScoring {
  private static final long serialVersionUID = 1L;

  private final MarginLoss loss;
  private final int features;
  private final FactorPairs pairs;
  private final Term linear;
  private final Term intercept;

  /**
   * @param loss of one margin, without weights of its own: {@link Logistic} or {@link Squared}
   * @param factorSize length of v_i, at least 1
   * @throws IllegalArgumentException if a setting is out of its range, or the weights are more than
   *     an array can hold
   */
  public FactorizationMachine(
      MarginLoss loss, int features, int factorSize, Term linear, Term intercept) {
    Check.equal("number of margins", loss.outputs(), 1);
    Check.equal("number of the loss's own weights", loss.parameters(), 0);
    this.loss = loss;
    this.features = Check.atLeast("number of features", features, 1);
    this.pairs = new FactorPairs(Check.atLeast("factorSize", factorSize, 1));
    this.linear = Objects.requireNonNull(linear, "linear");
    this.intercept = Objects.requireNonNull(intercept, "intercept");
    Check.count(features * (factorSize + 1L) + 1);
  }

  @Override
  public int weightCount() {
    return interceptAt() + intercept.weights(1);
  }

  @Override
  public WeightLayout layout() {
    int[] runs = linear == Term.FITTED ? new int[] {pairs.size(), 1} : new int[] {pairs.size()};
    return new WeightLayout(features, runs, intercept.weights(1));
  }

  /** Factors, linear terms, intercept. */
  @Override
  public int[] segments() {
    return IntStream.of(features * pairs.size(), linear.weights(features), intercept.weights(1))
        .filter(length -> length > 0)
        .toArray();
  }

  @Override
  public FactorizationMachine withFeatures(int count) {
    return new FactorizationMachine(loss, count, pairs.size(), linear, intercept);
  }

  @Override
  int features() {
    return features;
  }

  @Override
  public boolean isSmooth() {
    return loss.isSmooth();
  }

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  double score(Tile tile, double[] weights, Matrix margins, Workspace workspace, Kernel kernel) {
    setMargins(tile, weights, margins, workspace);
    return lossOf(loss, tile, margins, weights, workspace, kernel);
  }

  /** Returns s of each row, rows × factors. */
  private Matrix setMargins(Tile tile, double[] weights, Matrix margins, Workspace workspace) {
    Matrix sums = workspace.matrix(Workspace.Slot.FACTOR_SUMS, tile.rows(), pairs.size());
    ActiveRow cursor = workspace.row();
    for (int row = 0; row < tile.rows(); row++) {
      tile.read(row, cursor);
      margins.values()[row] =
          linear(cursor, weights) + pairs.sum(cursor, weights, sums.values(), sums.rowFrom(row));
    }
    return sums;
  }

  @Override
  double add(Tile tile, double[] weights, double[] gradient, Workspace workspace, Kernel kernel) {
    Matrix margins = workspace.matrix(Workspace.Slot.MARGINS, 1, tile.rows());
    Matrix sums = setMargins(tile, weights, margins, workspace);
    ActiveRow cursor = workspace.row();
    double total = loss.differentiate(tile, margins, weights, gradient, workspace, kernel);
    for (int row = 0; row < tile.rows(); row++) {
      tile.read(row, cursor);
      double multiplier = margins.values()[row];
      addLinear(cursor, multiplier, gradient);
      pairs.addGradient(cursor, multiplier, weights, sums.values(), sums.rowFrom(row), gradient);
    }
    return total;
  }

  private double linear(ActiveRow row, double[] weights) {
    double sum = intercept == Term.FITTED ? weights[interceptAt()] : 0;
    for (int p = 0; p < linear.weights(row.size()); p++) {
      sum += weights[linearFrom() + row.index(p)] * row.value(p);
    }
    return sum;
  }

  private void addLinear(ActiveRow row, double multiplier, double[] gradient) {
    for (int p = 0; p < linear.weights(row.size()); p++) {
      gradient[linearFrom() + row.index(p)] += multiplier * row.value(p);
    }
    if (intercept == Term.FITTED) {
      gradient[interceptAt()] += multiplier;
    }
  }

  /** Normal factors of that deviation by seed; linear weights and intercept 0. */
  public double[] initialWeights(long seed, double deviation) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] weights = new double[weightCount()];
    for (int i = 0; i < linearFrom(); i++) {
      weights[i] = deviation * random.nextGaussian();
    }
    return weights;
  }

  /** 1 for each factor and linear weight, 0 for the intercept. */
  public double[] penaltyFactors() {
    double[] factors = new double[weightCount()];
    Arrays.fill(factors, 0, interceptAt(), 1);
    return factors;
  }

  private int linearFrom() {
    return features * pairs.size();
  }

  private int interceptAt() {
    return linearFrom() + linear.weights(features);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "FactorizationMachine[%s, features=%d, factorSize=%d, linear=%s, intercept=%s]",
        loss,
        features,
        pairs.size(),
        linear,
        intercept);
  }
}
