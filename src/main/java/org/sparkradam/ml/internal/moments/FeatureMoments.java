package org.sparkradam.ml.internal.moments;

import java.util.stream.IntStream;

/**
 * Moments of features, by the rows' weights, and how features are standardised by them: scaled by
 * 1/σ, a constant one by 0, so that its coefficient stays 0.
 *
 * @param deviations unbiased
 * @param binary whether a feature is 0 or 1 in all rows
 * @param activeShares the share of the rows in which a feature is not 0
 * @param activeSizes the root of the mean square of what is not 0
 */
public record FeatureMoments(
    double[] means,
    double[] deviations,
    boolean[] binary,
    double[] activeShares,
    double[] activeSizes) {
  /** Those of all rows. */
  public static FeatureMoments of(MomentSums all) {
    FeatureSums sums = all.ofFeatures();
    double weight = all.weight();
    double freedom = weight - all.weightSquares() / weight;
    int size = sums.size();
    FeatureMoments moments =
        new FeatureMoments(
            new double[size],
            new double[size],
            new boolean[size],
            new double[size],
            new double[size]);
    for (int j = 0; j < size; j++) {
      moments.set(j, sums, weight, freedom);
    }
    return moments;
  }

  /** What was not looked at is 0. */
  private void set(int j, FeatureSums sums, double weight, double freedom) {
    double seen = sums.weight(j);
    double mean = seen > 0 ? sums.mean(j) * (seen / weight) : 0;
    double zeros = Math.max(0, weight - seen);
    double squares = sums.squares(j) + sums.mean(j) * sums.mean(j) * seen * (zeros / weight);
    means[j] = WithoutLastBits.of(mean);
    deviations[j] = freedom > 0 ? WithoutLastBits.of(Math.sqrt(Math.max(0, squares / freedom))) : 0;
    binary[j] = sums.isBinary(j);
    activeShares[j] = WithoutLastBits.of(sums.active(j) / weight);
    double mass = sums.squares(j) + sums.mean(j) * sums.mean(j) * seen;
    activeSizes[j] = sums.active(j) > 0 ? WithoutLastBits.of(Math.sqrt(mass / sums.active(j))) : 0;
  }

  public int size() {
    return means.length;
  }

  /** What each feature is multiplied by. */
  public double[] scale() {
    return IntStream.range(0, size()).mapToDouble(this::scale).toArray();
  }

  public double scale(int feature) {
    return deviations[feature] > 0 ? 1 / deviations[feature] : 0;
  }

  /** Means of the scaled features. */
  public double[] scaledMeans() {
    return IntStream.range(0, size()).mapToDouble(j -> means[j] * scale(j)).toArray();
  }

  /** How many features are not 0 in some row. */
  public long active() {
    return IntStream.range(0, size()).filter(j -> activeShares[j] > 0).count();
  }
}
