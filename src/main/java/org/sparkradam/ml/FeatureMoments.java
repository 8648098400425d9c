package org.sparkradam.ml;

import java.util.stream.IntStream;
import org.apache.spark.mllib.stat.MultivariateOnlineSummarizer;

/**
 * Means and unbiased standard deviations of features, and how features are standardised by them:
 * scaled by 1/σ, a constant one by 0, so that its coefficient stays 0.
 */
record FeatureMoments(double[] means, double[] deviations) {
  static FeatureMoments of(MultivariateOnlineSummarizer summary) {
    double[] variances = summary.variance().toArray();
    return new FeatureMoments(
        summary.mean().toArray(),
        IntStream.range(0, variances.length).mapToDouble(j -> Math.sqrt(variances[j])).toArray());
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
}
