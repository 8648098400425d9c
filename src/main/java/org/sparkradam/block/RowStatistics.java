package org.sparkradam.block;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.linalg.SparseVector;

/**
 * What has to be known of the rows before they are shuffled. Whole numbers only, so that their sums
 * do not depend on an order.
 *
 * @param activeValues features that are not 0, over all rows
 * @param weighted rows whose weight is not 1
 * @param hashes the sum of the rows' content hashes
 * @param fewestFeatures of a row
 * @param features the most of a row
 */
record RowStatistics(
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

  /** 16 hexadecimal digits that tell tables apart, whatever the order of their rows. */
  String fingerprint() {
    return String.format(Locale.ROOT, "%016x", Mix.of(Mix.of(hashes, rows), features));
  }

  private static RowStatistics of(Iterator<LabeledRow> rows) {
    RowStatistics sum = NONE;
    while (rows.hasNext()) {
      sum = sum.plus(of(rows.next()));
    }
    return sum;
  }

  private static RowStatistics of(LabeledRow row) {
    SparseVector active = ActiveFeatures.of(row.features());
    long hash = ContentHash.of(row.label(), row.weight(), active);
    int weighted = row.weight() == 1 ? 0 : 1;
    return new RowStatistics(
        1, active.indices().length, weighted, Mix.of(hash), active.size(), active.size());
  }

  private RowStatistics plus(RowStatistics other) {
    return new RowStatistics(
        rows + other.rows,
        activeValues + other.activeValues,
        weighted + other.weighted,
        hashes + other.hashes,
        Math.min(fewestFeatures, other.fewestFeatures),
        Math.max(features, other.features));
  }

  private void requireUsable() {
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
}
