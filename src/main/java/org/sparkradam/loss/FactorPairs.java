package org.sparkradam.loss;

import java.io.Serializable;
import org.sparkradam.loss.kernel.ActiveRow;

/**
 * The pairs' part of a factorization machine. Four factors at a time go through a row's active
 * features, with their sums in the processor's registers; each sum is in the order of the features.
 *
 * @param size how many factors a feature has; feature after feature, they begin at weight 0
 */
record FactorPairs(int size) implements Serializable {

  /** Returns Σ_f (s_f² - Σ_i v_if² x_i²) / 2, and sets {@code sums} from there on to the s_f. */
  double sum(ActiveRow row, double[] weights, double[] sums, int sumsFrom) {
    double pairs = 0;
    int whole = size & ~3;
    for (int f = 0; f < whole; f += 4) {
      pairs += sumOfFour(row, weights, f, sums, sumsFrom + f);
    }
    for (int f = whole; f < size; f++) {
      pairs += sumOfOne(row, weights, f, sums, sumsFrom + f);
    }
    return pairs / 2;
  }

  private double sumOfFour(ActiveRow row, double[] weights, int f, double[] sums, int to) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double q0 = 0;
    double q1 = 0;
    double q2 = 0;
    double q3 = 0;
    for (int p = 0; p < row.size(); p++) {
      int at = row.index(p) * size + f;
      double x = row.value(p);
      double t0 = weights[at] * x;
      double t1 = weights[at + 1] * x;
      double t2 = weights[at + 2] * x;
      double t3 = weights[at + 3] * x;
      s0 += t0;
      s1 += t1;
      s2 += t2;
      s3 += t3;
      q0 += t0 * t0;
      q1 += t1 * t1;
      q2 += t2 * t2;
      q3 += t3 * t3;
    }
    sums[to] = s0;
    sums[to + 1] = s1;
    sums[to + 2] = s2;
    sums[to + 3] = s3;
    return ((s0 * s0 - q0) + (s1 * s1 - q1)) + ((s2 * s2 - q2) + (s3 * s3 - q3));
  }

  private double sumOfOne(ActiveRow row, double[] weights, int f, double[] sums, int to) {
    double sum = 0;
    double squares = 0;
    for (int p = 0; p < row.size(); p++) {
      double term = weights[row.index(p) * size + f] * row.value(p);
      sum += term;
      squares += term * term;
    }
    sums[to] = sum;
    return sum * sum - squares;
  }

  /** Adds multiplier times ∂/∂v_if = x_i s_f - v_if x_i². */
  void addGradient(
      ActiveRow row,
      double multiplier,
      double[] weights,
      double[] sums,
      int sumsFrom,
      double[] gradient) {
    int whole = size & ~3;
    for (int p = 0; p < row.size(); p++) {
      int from = row.index(p) * size;
      double once = multiplier * row.value(p);
      double twice = once * row.value(p);
      for (int f = 0; f < whole; f += 4) {
        int at = from + f;
        int s = sumsFrom + f;
        gradient[at] += once * sums[s] - twice * weights[at];
        gradient[at + 1] += once * sums[s + 1] - twice * weights[at + 1];
        gradient[at + 2] += once * sums[s + 2] - twice * weights[at + 2];
        gradient[at + 3] += once * sums[s + 3] - twice * weights[at + 3];
      }
      for (int f = whole; f < size; f++) {
        gradient[from + f] += once * sums[sumsFrom + f] - twice * weights[from + f];
      }
    }
  }
}
