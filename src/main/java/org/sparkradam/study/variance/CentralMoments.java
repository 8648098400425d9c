package org.sparkradam.study.variance;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Mean of a sample and sums of the powers of its deviations from it.
 *
 * @param count size of the sample
 * @param mean its mean
 * @param second Σ(x - mean)²
 * @param third Σ(x - mean)³
 * @param fourth Σ(x - mean)⁴
 */
record CentralMoments(long count, double mean, double second, double third, double fourth)
    implements Serializable {

  /** Of at least one value, in two passes. */
  static CentralMoments of(double[] values) {
    double mean = Arrays.stream(values).sum() / values.length;
    double second = 0;
    double third = 0;
    double fourth = 0;
    for (double value : values) {
      double deviation = value - mean;
      double square = deviation * deviation;
      second += square;
      third += square * deviation;
      fourth += square * square;
    }
    return new CentralMoments(values.length, mean, second, third, fourth);
  }

  /**
   * The moments of both samples together (Pébay 2008, Sandia report SAND2008-6212, <a
   * href="https://doi.org/10.2172/1028931">doi:10.2172/1028931</a>). Spark's own merge of four
   * moments is inside SQL, where the order of merging is not ours.
   */
  CentralMoments merge(CentralMoments other) {
    double a = count;
    double b = other.count;
    double n = a + b;
    double delta = other.mean - mean;
    double share = delta / n;
    double square = share * share;
    return new CentralMoments(
        count + other.count,
        mean + b * share,
        second + other.second + a * b * n * square,
        third
            + other.third
            + a * b * (a - b) * n * square * share
            + 3 * share * (a * other.second - b * second),
        fourth
            + other.fourth
            + a * b * (a * a - a * b + b * b) * n * square * square
            + 6 * square * (a * a * other.second + b * b * second)
            + 4 * share * (a * other.third - b * third));
  }
}
