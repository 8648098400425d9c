package org.sparkradam.ml.internal.moments;

import java.io.Serializable;
import java.util.stream.IntStream;

/**
 * What is summed up of each feature: of the values that were looked at their weight, mean and
 * squared deviations, and of all values the weight of those that are not 0, the sum of their
 * absolutes, and whether any is neither 0 nor 1. On its way to the driver it is only as long as
 * there are features that were looked at. Not safe among threads.
 */
final class FeatureSums implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int size;
  private final double[] weights;
  private final double[] means;
  private final double[] squares;
  private final double[] active;
  private final boolean[] beyondBinary;

  FeatureSums(int size) {
    this.size = size;
    weights = new double[size];
    means = new double[size];
    squares = new double[size];
    active = new double[size];
    beyondBinary = new boolean[size];
  }

  int size() {
    return size;
  }

  /** The weight of the values that were looked at. */
  double weight(int feature) {
    return weights[feature];
  }

  /** The mean of the values that were looked at. */
  double mean(int feature) {
    return means[feature];
  }

  /** Σ w (x - mean)² over the values that were looked at. */
  double squares(int feature) {
    return squares[feature];
  }

  /** The weight of the values that are not 0. */
  double active(int feature) {
    return active[feature];
  }

  /** Whether all values are 0 or 1. */
  boolean isBinary(int feature) {
    return !beyondBinary[feature];
  }

  /** Looks at one value that is not 0. */
  void add(int j, double value, double w) {
    weights[j] += w;
    double deviation = value - means[j];
    means[j] += deviation * (w / weights[j]);
    squares[j] += w * deviation * (value - means[j]);
    active[j] += w;
    beyondBinary[j] |= value != 1;
  }

  /**
   * Takes in what some rows have of every feature, the same weight of each.
   *
   * @param binary of each feature a number that is 0 if all values are 0 or 1
   */
  void merge(
      double weight,
      double[] otherMeans,
      double[] otherSquares,
      double[] otherActive,
      double[] binary) {
    for (int j = 0; j < size; j++) {
      merge(j, weight, otherMeans[j], otherSquares[j]);
      active[j] += otherActive[j];
      beyondBinary[j] |= binary[j] != 0;
    }
  }

  void merge(FeatureSums other) {
    for (int j = 0; j < size; j++) {
      if (other.weights[j] > 0) {
        merge(j, other.weights[j], other.means[j], other.squares[j]);
        active[j] += other.active[j];
        beyondBinary[j] |= other.beyondBinary[j];
      }
    }
  }

  private void merge(int j, double weight, double mean, double square) {
    double together = weights[j] + weight;
    double deviation = mean - means[j];
    double share = weight / together;
    squares[j] += square + deviation * deviation * weights[j] * share;
    means[j] += deviation * share;
    weights[j] = together;
  }

  private Object writeReplace() {
    int[] seen = IntStream.range(0, size).filter(j -> weights[j] > 0).toArray();
    return 2 * seen.length >= size ? this : new Packed(size, seen, picked(seen));
  }

  private FeatureSums picked(int[] features) {
    FeatureSums packed = new FeatureSums(features.length);
    for (int i = 0; i < features.length; i++) {
      packed.copy(this, features[i], i);
    }
    return packed;
  }

  private void copy(FeatureSums from, int there, int here) {
    weights[here] = from.weights[there];
    means[here] = from.means[there];
    squares[here] = from.squares[there];
    active[here] = from.active[there];
    beyondBinary[here] = from.beyondBinary[there];
  }

  /** Sums of the features that were looked at, and which these are. */
  private record Packed(int size, int[] features, FeatureSums sums) implements Serializable {
    private Object readResolve() {
      FeatureSums all = new FeatureSums(size);
      for (int i = 0; i < features.length; i++) {
        all.copy(sums, i, features[i]);
      }
      return all;
    }
  }
}
