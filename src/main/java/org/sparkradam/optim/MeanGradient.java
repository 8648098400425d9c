package org.sparkradam.optim;

/**
 * Makes the mean of a gradient's sum, and clips it. Immutable.
 *
 * @param rowWeight what the sum is divided by
 * @param factor what the mean is multiplied by
 * @param bound on each coordinate's absolute value; may be infinite
 */
record MeanGradient(double rowWeight, double factor, double bound) {
  MeanGradient {
    Require.positive("rowWeight", rowWeight);
  }

  static MeanGradient of(GradientClip clip, double[] gradientSum, double rowWeight) {
    return new MeanGradient(rowWeight, clip.factor(gradientSum, rowWeight), clip.bound());
  }

  /** Of some places of an array, in place. */
  void apply(double[] sum, int from, int to) {
    // What changes no bit costs no time.
    if (rowWeight != 1) {
      divide(sum, from, to);
    }
    if (factor != 1) {
      multiply(sum, from, to);
    }
    if (bound < Double.POSITIVE_INFINITY) {
      bring(sum, from, to);
    }
  }

  private void divide(double[] values, int from, int to) {
    for (int i = from; i < to; i++) {
      values[i] /= rowWeight;
    }
  }

  private void multiply(double[] values, int from, int to) {
    for (int i = from; i < to; i++) {
      values[i] *= factor;
    }
  }

  private void bring(double[] values, int from, int to) {
    for (int i = from; i < to; i++) {
      values[i] = Math.max(-bound, Math.min(bound, values[i]));
    }
  }
}
