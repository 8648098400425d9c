package org.sparkradam.train;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sparkradam.loss.GradientSums;
import org.sparkradam.loss.WeightLayout;

/**
 * Sums over some rows: of each gradient only the weights of the features that the rows have, where
 * the rows are sparse.
 *
 * @param columns the features, ascending; null for all
 * @param sums of the weights of these features, in the loss's layout for so many
 */
record PartialSums(int[] columns, GradientSums sums) implements Serializable {
  /** A feature of two dozen is enough. */
  private static final int WIDE = 24;

  /** Each of the sums that are there as small as it can be. */
  static List<PartialSums> compact(List<PartialSums> all, WeightLayout layout) {
    List<PartialSums> compact = new ArrayList<>(all);
    compact.replaceAll(sums -> sums == null ? null : sums.compact(layout));
    return compact;
  }

  /**
   * Without the features that no row touched. So a slice of a chunk is as narrow as itself.
   *
   * @param layout of all weights
   */
  PartialSums compact(WeightLayout layout) {
    if (columns == null) {
      return this;
    }
    int[] touched = touched(layout);
    if (touched.length == columns.length) {
      return this;
    }
    WeightLayout ofColumns = layout.withFeatures(columns.length);
    GradientSums narrow = sums.withGradients(gradient -> ofColumns.gather(gradient, touched));
    int[] features = new int[touched.length];
    Arrays.setAll(features, i -> columns[touched[i]]);
    return new PartialSums(features, narrow);
  }

  /** Places of the columns of which any gradient is not zero. */
  private int[] touched(WeightLayout layout) {
    boolean[] any = new boolean[columns.length];
    for (double[] gradient : sums.gradients()) {
      int at = 0;
      for (int run : layout.runs()) {
        for (int column = 0; column < columns.length; column++) {
          for (int i = 0; i < run; i++) {
            any[column] |= gradient[at++] != 0;
          }
        }
      }
    }
    int count = 0;
    int[] touched = new int[columns.length];
    for (int column = 0; column < columns.length; column++) {
      if (any[column]) {
        touched[count++] = column;
      }
    }
    return Arrays.copyOf(touched, count);
  }

  /**
   * The sum of both; either may be changed.
   *
   * @param layout of all weights
   */
  PartialSums plus(PartialSums other, WeightLayout layout) {
    if (Arrays.equals(columns, other.columns)) {
      return new PartialSums(columns, sums.merge(other.sums));
    }
    if (columns == null || other.columns == null || isWide(other, layout)) {
      return new PartialSums(null, other.addedTo(whole(layout), layout));
    }
    int[] union = union(columns, other.columns);
    return new PartialSums(union, spread(union, layout).merge(other.spread(union, layout)));
  }

  /** Whether it takes less to write all weights than to find out which of them there are. */
  private boolean isWide(PartialSums other, WeightLayout layout) {
    return (long) WIDE * (columns.length + other.columns.length) > layout.weightCount();
  }

  /** Adds these sums to others of all weights, which are changed. */
  private GradientSums addedTo(GradientSums all, WeightLayout layout) {
    if (columns == null) {
      return all.merge(sums);
    }
    for (int k = 0; k < sums.vectors(); k++) {
      layout.scatter(sums.gradients()[k], columns, all.gradients()[k]);
      all.losses()[k] += sums.losses()[k];
    }
    all.count(sums.weight(), sums.rows());
    return all;
  }

  /** The sums of all weights. */
  GradientSums whole(WeightLayout layout) {
    return columns == null
        ? sums
        : sums.withGradients(
            gradient -> {
              double[] all = new double[layout.weightCount()];
              layout.scatter(gradient, columns, all);
              return all;
            });
  }

  /** As sums of more features. */
  private GradientSums spread(int[] wider, WeightLayout layout) {
    WeightLayout wide = layout.withFeatures(wider.length);
    int[] places = places(wider);
    return sums.withGradients(
        gradient -> {
          double[] spread = new double[wide.weightCount()];
          wide.scatter(gradient, places, spread);
          return spread;
        });
  }

  /** Where the columns are among others that include them. */
  private int[] places(int[] among) {
    int[] places = new int[columns.length];
    for (int i = 0, j = 0; i < columns.length; i++, j++) {
      while (among[j] != columns[i]) {
        j++;
      }
      places[i] = j;
    }
    return places;
  }

  private static int[] union(int[] a, int[] b) {
    int[] union = new int[a.length + b.length];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < a.length || j < b.length) {
      int next = j == b.length || i < a.length && a[i] <= b[j] ? a[i] : b[j];
      i += i < a.length && a[i] == next ? 1 : 0;
      j += j < b.length && b[j] == next ? 1 : 0;
      union[size++] = next;
    }
    return Arrays.copyOf(union, size);
  }
}
