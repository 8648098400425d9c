package org.sparkradam.loss;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Where a weight vector has the weights of each feature: runs one after the other, each of some
 * neighbouring weights a feature, feature after feature; then a tail that is no feature's. So the
 * weights of some features are a vector of the same layout for a narrower table. Immutable.
 *
 * @param features of the table
 * @param runs weights of a feature in each run
 * @param tail weights at the end that belong to no feature
 */
public record WeightLayout(int features, int[] runs, int tail) implements Serializable {
  /** One in which no weight is known to belong to a feature. */
  static WeightLayout whole(int weights) {
    return new WeightLayout(0, new int[0], weights);
  }

  /** So many runs of one weight a feature. */
  static WeightLayout ofOutputs(int features, int outputs, int tail) {
    int[] runs = new int[outputs];
    Arrays.fill(runs, 1);
    return new WeightLayout(features, runs, tail);
  }

  /** How many weights there are in all. */
  public int weightCount() {
    return features * Arrays.stream(runs).sum() + tail;
  }

  /** The layout for a table of so many features. */
  public WeightLayout withFeatures(int count) {
    return runs.length == 0 ? this : new WeightLayout(count, runs, tail);
  }

  /**
   * The weights of some features, in the layout for these.
   *
   * @param columns features, ascending
   */
  public double[] gather(double[] weights, int[] columns) {
    if (runs.length == 0) {
      return weights;
    }
    double[] narrow = new double[withFeatures(columns.length).weightCount()];
    int at = 0;
    int from = 0;
    for (int run : runs) {
      at =
          run == 1
              ? gatherOne(weights, from, columns, narrow, at)
              : gather(weights, from, run, columns, narrow, at);
      from += run * features;
    }
    System.arraycopy(weights, from, narrow, at, tail);
    return narrow;
  }

  private static int gatherOne(double[] weights, int from, int[] columns, double[] narrow, int at) {
    for (int i = 0; i < columns.length; i++) {
      narrow[at + i] = weights[from + columns[i]];
    }
    return at + columns.length;
  }

  private static int gather(
      double[] weights, int from, int run, int[] columns, double[] narrow, int at) {
    for (int i = 0; i < columns.length; i++) {
      System.arraycopy(weights, from + columns[i] * run, narrow, at + i * run, run);
    }
    return at + columns.length * run;
  }

  /**
   * Adds a vector for some features to one for all.
   *
   * @param narrow in the layout for the columns
   * @param columns features, ascending
   * @param sum in this layout
   */
  public void scatter(double[] narrow, int[] columns, double[] sum) {
    int at = 0;
    int from = 0;
    for (int run : runs) {
      for (int column : columns) {
        int first = from + column * run;
        for (int i = 0; i < run; i++) {
          sum[first + i] += narrow[at++];
        }
      }
      from += run * features;
    }
    for (int i = 0; i < tail; i++) {
      sum[from + i] += narrow[at + i];
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WeightLayout that
        && features == that.features
        && tail == that.tail
        && Arrays.equals(runs, that.runs);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * features + tail) + Arrays.hashCode(runs);
  }

  @Override
  public String toString() {
    return "WeightLayout[features=" + features + ", runs=" + runs.length + ", tail=" + tail + "]";
  }
}
