package org.sparkradam.table.synthetic;

import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.table.column.BadInputException;

/**
 * A synthetic table as a {@link Dataset}, or written as Parquet with its best possible loss beside
 * it. Executors make the rows; the driver holds none.
 */
public final class SyntheticTable {
  private SyntheticTable() {}

  /** The rows in order, in as many partitions as the spec has files; made anew whenever read. */
  public static Dataset<Row> rows(SparkSession spark, SyntheticSpec spec) {
    return rows(spark, GroundTruth.of(spec));
  }

  private static Dataset<Row> rows(SparkSession spark, GroundTruth truth) {
    SyntheticSpec spec = truth.spec();
    MapPartitionsFunction<Long, Row> generate = numbers -> generate(truth, numbers);
    return spark
        .range(0, spec.rows(), 1, spec.files())
        .mapPartitions(generate, Encoders.row(truth.columns().schema(spec.target())));
  }

  private static Iterator<Row> generate(GroundTruth truth, Iterator<Long> numbers) {
    RowGenerator generator = new RowGenerator(truth);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return numbers.hasNext();
      }

      @Override
      public Row next() {
        return generator.seek(numbers.next()).row();
      }
    };
  }

  /**
   * Writes the table as Parquet, and then {@code _truth.json} into the same folder: where that file
   * is, the table is complete.
   *
   * @param path a folder on any Hadoop file system
   * @param mode {@link SaveMode#Overwrite} replaces a table that Spark wrote before; any other
   *     refuses a path that exists
   * @throws BadInputException if the path exists or cannot be reached, or if the folder to
   *     overwrite holds anything but a table
   */
  public static BestLoss write(SparkSession spark, SyntheticSpec spec, String path, SaveMode mode) {
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    Path folder = TableFolder.check(configuration, path, mode);
    GroundTruth truth = GroundTruth.of(spec);
    Tally tally = Tally.of(spark, truth);
    rows(spark, truth).write().mode(mode).parquet(folder.toString());
    return GroundTruthFile.write(configuration, folder, truth, tally);
  }
}
