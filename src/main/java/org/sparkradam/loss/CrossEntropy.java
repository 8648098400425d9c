package org.sparkradam.loss;

import org.sparkradam.loss.kernel.Kernel;

/**
 * log Σ_j e^(s_j) - s_y for the scores s of one row and its class y.
 *
 * <p>The largest score is taken out of the sum, and its 1 with it: log1p of the others' share keeps
 * the loss precise where the row is classified well, and likewise the derivative p_y - 1 is
 * computed as what the others have.
 */
final class CrossEntropy {
  private CrossEntropy() {}

  /**
   * Replaces a row's scores by weight·(p_j - [j = y]).
   *
   * @param from where the first score is, the others {@code stride} apart
   * @return weight·loss
   */
  static double differentiate(
      double[] scores, int from, int stride, int classes, int y, double weight, Kernel kernel) {
    int largest = indexOfLargest(scores, from, stride, classes);
    double maximum = scores[from + largest * stride];
    double distance = maximum - scores[from + y * stride];
    double beyondLargest = 0;
    double beyondLabel = 0;
    for (int j = 0; j < classes; j++) {
      double power = kernel.exp(scores[from + j * stride] - maximum);
      scores[from + j * stride] = power;
      beyondLargest += j == largest ? 0 : power;
      beyondLabel += j == y ? 0 : power;
    }
    double factor = weight / (1 + beyondLargest);
    for (int j = 0; j < classes; j++) {
      scores[from + j * stride] *= factor;
    }
    scores[from + y * stride] = -factor * beyondLabel;
    return weight * (distance + kernel.log1p(beyondLargest));
  }

  private static int indexOfLargest(double[] scores, int from, int stride, int classes) {
    int largest = 0;
    for (int j = 1; j < classes; j++) {
      if (scores[from + j * stride] > scores[from + largest * stride]) {
        largest = j;
      }
    }
    return largest;
  }
}
