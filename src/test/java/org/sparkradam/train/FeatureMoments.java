package org.sparkradam.train;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.sparkradam.block.LabeledRow;

/** Means and deviations by the rows' weights, as Spark's {@code Summarizer} has them. */
record FeatureMoments(double[] means, double[] deviations) {
  static FeatureMoments of(LinearRows rows) {
    double[] means = new double[LinearRows.FEATURES];
    double[] deviations = new double[LinearRows.FEATURES];
    for (int j = 0; j < means.length; j++) {
      int feature = j;
      ToDoubleFunction<LabeledRow> value = row -> row.features().apply(feature);
      means[j] = mean(rows, value);
      deviations[j] = deviation(rows, value);
    }
    return new FeatureMoments(means, deviations);
  }

  static double mean(LinearRows rows, ToDoubleFunction<LabeledRow> value) {
    return rows.rows().stream().mapToDouble(r -> r.weight() * value.applyAsDouble(r)).sum()
        / weightSum(rows);
  }

  /** The root of Σ w (x - m)² / (Σw - Σw²/Σw). */
  static double deviation(LinearRows rows, ToDoubleFunction<LabeledRow> value) {
    double mean = mean(rows, value);
    double squares =
        rows.rows().stream()
            .mapToDouble(r -> r.weight() * Math.pow(value.applyAsDouble(r) - mean, 2))
            .sum();
    double weightSquares = rows.rows().stream().mapToDouble(r -> r.weight() * r.weight()).sum();
    return Math.sqrt(squares / (weightSum(rows) - weightSquares / weightSum(rows)));
  }

  private static double weightSum(LinearRows rows) {
    return rows.rows().stream().mapToDouble(LabeledRow::weight).sum();
  }

  double[] scale() {
    return Arrays.stream(deviations).map(deviation -> 1 / deviation).toArray();
  }

  double[] scaledMeans() {
    return IntStream.range(0, means.length).mapToDouble(j -> means[j] / deviations[j]).toArray();
  }

  /** Weights on scaled features as weights on the features as they were. */
  double[] unscaled(double[] weights) {
    double[] unscaled = weights.clone();
    for (int j = 0; j < deviations.length; j++) {
      unscaled[j] /= deviations[j];
    }
    return unscaled;
  }
}
