package org.sparkradam.block;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.linalg.DenseVector;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;

/**
 * What has to be known of rows before they are shuffled. Whole numbers only, so that their sums do
 * not depend on an order.
 *
 * @param activeValues features that are not 0, over all rows
 * @param weighted rows whose weight is not 1
 * @param hashes the sum of the rows' content hashes
 * @param fewestFeatures of a row
 * @param features the most of a row
 */
public record RowStatistics(
    long rows, long activeValues, long weighted, long hashes, int fewestFeatures, int features)
    implements Serializable {
  private static final RowStatistics NONE = new RowStatistics(0, 0, 0, 0, Integer.MAX_VALUE, 0);

  /**
   * Reads the source once.
   *
   * @throws IllegalArgumentException if there are no rows, or rows of different lengths
   */
  static RowStatistics of(JavaRDD<LabeledRow> source) {
    RowStatistics all =
        source.mapPartitions(rows -> List.of(new Shipped<>(of(rows))).iterator()).collect().stream()
            .map(Shipped::value)
            .reduce(NONE, RowStatistics::plus);
    all.requireUsable();
    return all;
  }

  private static RowStatistics of(Iterator<LabeledRow> rows) {
    Tally tally = new Tally();
    rows.forEachRemaining(tally::add);
    return tally.statistics();
  }

  /** Of no rows. */
  public static RowStatistics none() {
    return NONE;
  }

  /** 16 hexadecimal digits that tell tables apart, whatever the order of their rows. */
  public String fingerprint() {
    return String.format(Locale.ROOT, "%016x", Mix.of(Mix.of(hashes, rows), features));
  }

  /** Those of all rows of both. */
  public RowStatistics plus(RowStatistics other) {
    return new RowStatistics(
        rows + other.rows,
        activeValues + other.activeValues,
        weighted + other.weighted,
        hashes + other.hashes,
        Math.min(fewestFeatures, other.fewestFeatures),
        Math.max(features, other.features));
  }

  void requireUsable() {
    if (rows == 0) {
      throw new IllegalArgumentException("there are no rows to train on");
    }
    if (fewestFeatures != features) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "all rows must have the same number of features, but some have %d and some %d",
              fewestFeatures,
              features));
    }
  }

  /** Takes rows one by one. Not safe among threads. */
  public static final class Tally {
    private long rows;
    private long activeValues;
    private long weighted;
    private long hashes;
    private int fewestFeatures = Integer.MAX_VALUE;
    private int features;

    /** Counts one more row. */
    public void add(LabeledRow row) {
      Vector vector = row.features();
      rows++;
      activeValues += active(vector);
      weighted += row.weight() == 1 ? 0 : 1;
      hashes += Mix.of(ContentHash.of(row.label(), row.weight(), vector));
      fewestFeatures = Math.min(fewestFeatures, vector.size());
      features = Math.max(features, vector.size());
    }

    /** Of the rows so far. */
    public RowStatistics statistics() {
      return new RowStatistics(rows, activeValues, weighted, hashes, fewestFeatures, features);
    }

    private static int active(Vector vector) {
      double[] stored =
          vector instanceof SparseVector sparse ? sparse.values() : ((DenseVector) vector).values();
      int active = 0;
      for (double value : stored) {
        active += value != 0 ? 1 : 0;
      }
      return active;
    }
  }
}
