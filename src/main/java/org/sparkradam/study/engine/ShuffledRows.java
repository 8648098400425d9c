package org.sparkradam.study.engine;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.regression.LabeledPoint;
import org.apache.spark.mllib.util.MLUtils;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.sparkradam.study.LabelScale;

/**
 * Training rows in an order that a trial's seed sets, cached for one seed at a time.
 *
 * <p>A row's place comes from a hash of seed and content, so that it depends neither on how the
 * table was cut nor on who read it; equal rows lie side by side, where it makes no difference which
 * is which. Not thread-safe.
 */
public final class ShuffledRows implements AutoCloseable {
  private final Dataset<Row> rows;
  private final LabelScale labels;
  private final int partitions;
  private final long count;
  private long seed;
  private JavaRDD<LabeledPoint> shuffled;

  /**
   * @param rows with columns {@code label} and {@code features}
   * @param labels how their labels are standardised
   * @param partitions of the shuffled rows
   * @param count how many rows there are
   */
  public ShuffledRows(Dataset<Row> rows, LabelScale labels, int partitions, long count) {
    this.rows = rows;
    this.labels = labels;
    this.partitions = partitions;
    this.count = count;
  }

  long count() {
    return count;
  }

  /** The rows in the order of this seed; those of another are released. */
  JavaRDD<LabeledPoint> forSeed(long wanted) {
    if (shuffled == null || wanted != seed) {
      close();
      seed = wanted;
      shuffled = shuffle(wanted).persist(StorageLevel.MEMORY_AND_DISK());
      shuffled.rdd().setName("training rows of seed " + wanted);
    }
    return shuffled;
  }

  private JavaRDD<LabeledPoint> shuffle(long wanted) {
    Column place = xxhash64(lit(wanted), col("label"), col("features"));
    return points(
        rows.select(col("label"), col("features"), place.as("place"))
            .repartition(partitions, col("place"))
            .sortWithinPartitions("place"),
        labels);
  }

  @Override
  public void close() {
    if (shuffled != null) {
      shuffled.unpersist(false);
      shuffled = null;
    }
  }

  /** As MLlib's RDD-based side takes them, with a 1 for the intercept at the end. */
  static JavaRDD<LabeledPoint> points(Dataset<Row> rows, LabelScale labels) {
    return rows.select("label", "features")
        .javaRDD()
        .map(
            row -> {
              org.apache.spark.ml.linalg.Vector features = row.getAs(1);
              return new LabeledPoint(
                  labels.standardised(row.getDouble(0)),
                  MLUtils.appendBias(Vectors.fromML(features)));
            });
  }
}
