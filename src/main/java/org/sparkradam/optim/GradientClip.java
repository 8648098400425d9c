package org.sparkradam.optim;

import java.io.Serializable;

/**
 * A bound on the data gradient, before any penalty joins it. Immutable.
 *
 * <p>A gradient that is not finite is no direction: by norm it stays as it is, by value infinities
 * come to the bound and NaN stays.
 */
public sealed interface GradientClip extends Serializable {
  /**
   * No bound.
   *
   * @return a bound that nothing exceeds
   */
  static GradientClip none() {
    return new None();
  }

  /**
   * The gradient is shortened to this Euclidean norm, its direction kept (Pascanu et al. 2013,
   * arXiv 1211.5063).
   *
   * @param maxNorm above 0 and finite
   * @return the bound
   * @throws IllegalArgumentException if the norm is not above 0 and finite
   */
  static GradientClip byNorm(double maxNorm) {
    return new ByNorm(maxNorm);
  }

  /**
   * Each coordinate is brought into [-bound, bound].
   *
   * @param bound above 0 and finite
   * @return the bound
   * @throws IllegalArgumentException if the bound is not above 0 and finite
   */
  static GradientClip byValue(double bound) {
    return new ByValue(bound);
  }

  /**
   * What the mean gradient is multiplied by, in (0, 1].
   *
   * @param gradientSum the mean times {@code rowWeight}; only read
   * @param rowWeight above 0
   * @return 1 where the gradient is within the bound
   */
  default double factor(double[] gradientSum, double rowWeight) {
    return 1;
  }

  /**
   * The bound on each coordinate's absolute value once it is multiplied; may be infinite.
   *
   * @return above 0
   */
  default double bound() {
    return Double.POSITIVE_INFINITY;
  }

  /**
   * Makes the clipped mean of a gradient's sum, in place, by several threads where it is long.
   *
   * @param gradientSum the mean times {@code rowWeight}
   * @param rowWeight above 0
   */
  default void toMean(double[] gradientSum, double rowWeight) {
    MeanGradient mean = MeanGradient.of(this, gradientSum, rowWeight);
    Ranges.forEach(gradientSum.length, range -> mean.apply(gradientSum, range.from(), range.to()));
  }

  /** See {@link GradientClip#none}. */
  record None() implements GradientClip {}

  /** See {@link GradientClip#byNorm}. */
  record ByNorm(double maxNorm) implements GradientClip {
    /**
     * Checks the norm.
     *
     * @param maxNorm above 0 and finite
     */
    public ByNorm {
      Require.positive("maxNorm", maxNorm);
    }

    @Override
    public double factor(double[] gradientSum, double rowWeight) {
      EuclideanNorm norm = EuclideanNorm.of(gradientSum, rowWeight);
      return norm.exceeds(maxNorm) ? maxNorm / norm.largest() / norm.root() : 1;
    }
  }

  /** See {@link GradientClip#byValue}. */
  record ByValue(double bound) implements GradientClip {
    /**
     * Checks the bound.
     *
     * @param bound above 0 and finite
     */
    public ByValue {
      Require.positive("bound", bound);
    }
  }

  /**
   * A Euclidean norm as largest · root, the largest absolute value times the norm of what is left:
   * the squares neither overflow nor vanish, and nor does a norm above the largest double.
   */
  record EuclideanNorm(double largest, double root) {
    /** Of the values, each divided by a number above 0. */
    static EuclideanNorm of(double[] values, double divisor) {
      // Division rounds, but it keeps the order: the largest of the quotients is that of the
      // largest.
      double largest = largest(values) / divisor;
      return new EuclideanNorm(largest, largest > 0 ? root(values, divisor, largest) : 0);
    }

    boolean exceeds(double bound) {
      return largest * root > bound;
    }

    private static double largest(double[] values) {
      return Ranges.map(values.length, range -> largest(values, range)).stream()
          .reduce(0.0, Math::max);
    }

    private static double largest(double[] values, Ranges.Range range) {
      double largest = 0;
      for (int i = range.from(); i < range.to(); i++) {
        largest = Math.max(largest, Math.abs(values[i]));
      }
      return largest;
    }

    private static double root(double[] values, double divisor, double largest) {
      return Math.sqrt(
          Ranges.map(values.length, range -> squares(values, divisor, largest, range)).stream()
              .reduce(0.0, Double::sum));
    }

    private static double squares(
        double[] values, double divisor, double largest, Ranges.Range range) {
      double sum = 0;
      for (int i = range.from(); i < range.to(); i++) {
        double share = values[i] / divisor / largest;
        sum += share * share;
      }
      return sum;
    }
  }
}
