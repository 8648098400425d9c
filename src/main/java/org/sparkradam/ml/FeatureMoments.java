package org.sparkradam.ml;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.spark.mllib.stat.MultivariateOnlineSummarizer;

/**
 * Moments of features, and how features are standardised by them: scaled by 1/σ, a constant one by
 * 0, so that its coefficient stays 0.
 *
 * @param deviations unbiased
 * @param binary whether a feature is 0 or 1 in all rows
 */
record FeatureMoments(double[] means, double[] deviations, boolean[] binary) {
  static FeatureMoments of(MultivariateOnlineSummarizer summary) {
    double[] variances = summary.variance().toArray();
    return new FeatureMoments(
        Settled.of(summary.mean().toArray()),
        Settled.of(Arrays.stream(variances).map(Math::sqrt).toArray()),
        binary(summary));
  }

  /** Values in [0, 1] are their own squares, all of them, if their sum is that of the squares. */
  private static boolean[] binary(MultivariateOnlineSummarizer summary) {
    boolean[] binary = new boolean[summary.mean().size()];
    for (int j = 0; j < binary.length; j++) {
      binary[j] =
          summary.min().apply(j) >= 0
              && summary.max().apply(j) <= 1
              && Math.sqrt(summary.normL1().apply(j)) == summary.normL2().apply(j);
    }
    return binary;
  }

  int size() {
    return means.length;
  }

  /** What each feature is multiplied by. */
  double[] scale() {
    return IntStream.range(0, size()).mapToDouble(this::scale).toArray();
  }

  double scale(int feature) {
    return deviations[feature] > 0 ? 1 / deviations[feature] : 0;
  }

  /** Means of the scaled features. */
  double[] scaledMeans() {
    return IntStream.range(0, size()).mapToDouble(j -> means[j] * scale(j)).toArray();
  }

  /**
   * What each feature of a linear model is multiplied by for training. One of 0 and 1 stays as it
   * is: an adaptive rule moves all coefficients alike, and that of a rare level, scaled by 1/σ,
   * would move the margins of its rows by 1/σ times as much.
   */
  double[] trainingScale() {
    return IntStream.range(0, size()).mapToDouble(this::trainingScale).toArray();
  }

  double trainingScale(int feature) {
    return binary[feature] && deviations[feature] > 0 ? 1 : scale(feature);
  }

  /** Means of the features as they are trained on. */
  double[] trainingMeans() {
    return IntStream.range(0, size()).mapToDouble(j -> means[j] * trainingScale(j)).toArray();
  }
}
