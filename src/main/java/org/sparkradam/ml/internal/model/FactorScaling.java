package org.sparkradam.ml.internal.model;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.sparkradam.ml.internal.moments.FeatureMoments;

/**
 * How features are scaled for a factorization machine, whose weights take the scaling in. Features
 * that are 0 or 1 in all rows stay as they are: scaled, a rare one's pairs would be by the square
 * of a large factor.
 *
 * @param scale what each feature is multiplied by
 * @param means of the scaled features that are to be centred, 0 for the others
 */
public record FactorScaling(double[] scale, double[] means) {
  /** Numeric features by their deviation, and centred. */
  public static FactorScaling centred(FeatureMoments moments) {
    double[] scale = scale(moments, moments.deviations());
    return new FactorScaling(
        scale,
        IntStream.range(0, scale.length)
            .mapToDouble(j -> moments.binary()[j] ? 0 : moments.means()[j] * scale[j])
            .toArray());
  }

  /** Numeric features by the root of their mean square, where they cannot be centred. */
  public static FactorScaling uncentred(FeatureMoments moments) {
    double[] lengths = new double[moments.size()];
    Arrays.setAll(lengths, j -> Math.hypot(moments.means()[j], moments.deviations()[j]));
    return new FactorScaling(scale(moments, lengths), new double[moments.size()]);
  }

  /** Constant features are scaled to 1. */
  private static double[] scale(FeatureMoments moments, double[] lengths) {
    double[] scale = new double[lengths.length];
    for (int j = 0; j < scale.length; j++) {
      double length = lengths[j] > 0 ? lengths[j] : Math.abs(moments.means()[j]);
      scale[j] = moments.binary()[j] ? 1 : length > 0 ? 1 / length : 0;
    }
    return scale;
  }
}
