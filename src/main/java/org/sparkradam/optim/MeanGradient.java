package org.sparkradam.optim;

/**
 * What makes a clipped mean of a gradient's sum. Immutable.
 *
 * @param rowWeight what the sum is divided by
 * @param factor what the mean is multiplied by
 * @param bound then on each coordinate's absolute value; may be infinite
 */
public record MeanGradient(double rowWeight, double factor, double bound) {
  /** Of what is a clipped mean already: changes no bit. */
  public static final MeanGradient SAME = new MeanGradient(1, 1, Double.POSITIVE_INFINITY);

  /**
   * @param rowWeight what the sum is divided by
   * @param factor what the mean is multiplied by
   * @param bound then on each coordinate's absolute value; may be infinite
   * @throws IllegalArgumentException if the rows' weight is not above 0 and finite
   */
  public MeanGradient {
    Require.positive("rowWeight", rowWeight);
  }

  static MeanGradient of(GradientClip clip, double[] gradientSum, double rowWeight) {
    return new MeanGradient(rowWeight, clip.factor(gradientSum, rowWeight), clip.bound());
  }

  /**
   * Of one coordinate.
   *
   * @param sum of the coordinate's gradients, over rows
   * @return its clipped mean
   */
  public double of(double sum) {
    return Math.max(-bound, Math.min(bound, factor * (sum / rowWeight)));
  }

  /** Of some places of an array, in place. */
  void apply(double[] values, int from, int to) {
    for (int i = from; i < to; i++) {
      values[i] = of(values[i]);
    }
  }
}
