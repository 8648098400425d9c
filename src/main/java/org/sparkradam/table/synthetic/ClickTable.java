package org.sparkradam.table.synthetic;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
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
 * A table of clicks as advertisers have them, see {@link ClickRow} and {@link ClickLaw}: as a
 * {@link Dataset}, or written as Parquet with its best possible log loss beside it. Executors make
 * the rows; the driver holds none.
 */
public final class ClickTable {
  /** Rows whose losses are summed by one task, in their order: bits depend on no partition. */
  private static final long SLICE = 65_536;

  private ClickTable() {}

  /** The rows in order, in as many partitions as the spec has files; made anew whenever read. */
  public static Dataset<Row> rows(SparkSession spark, ClickSpec spec) {
    return rows(spark, new ClickLaw(spec));
  }

  private static Dataset<Row> rows(SparkSession spark, ClickLaw law) {
    MapPartitionsFunction<Long, Row> generate = numbers -> generate(law, numbers);
    return spark
        .range(0, law.spec().rows(), 1, law.spec().files())
        .mapPartitions(generate, Encoders.row(ClickRow.schema()));
  }

  private static Iterator<Row> generate(ClickLaw law, Iterator<Long> numbers) {
    ClickRow row = new ClickRow(law.spec());
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return numbers.hasNext();
      }

      @Override
      public Row next() {
        long number = numbers.next();
        row.draw(number, number);
        double probability = law.probability(row);
        return row.cells(row.uniform() < probability ? 1 : 0);
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
  public static BestLoss write(SparkSession spark, ClickSpec spec, String path, SaveMode mode) {
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    Path folder = TableFolder.check(configuration, path, mode);
    ClickLaw law = new ClickLaw(spec);
    BestLoss best = bestLoss(spark, law);
    rows(spark, law).write().mode(mode).parquet(folder.toString());
    return GroundTruthFile.write(configuration, folder, best, json(spec, best));
  }

  /** The mean entropy of the labels, by a pass of its own over the generator. */
  private static BestLoss bestLoss(SparkSession spark, ClickLaw law) {
    long rows = law.spec().rows();
    long slices = (rows + SLICE - 1) / SLICE;
    List<Double> sums =
        spark
            .range(0, slices, 1, (int) Math.min(slices, 10_000))
            .toJavaRDD()
            .map(slice -> entropy(law, slice * SLICE, Math.min((slice + 1) * SLICE, rows)))
            .collect();
    double sum = 0;
    for (double ofSlice : sums) {
      sum += ofSlice;
    }
    return new BestLoss(BestLoss.LOG_LOSS, sum / rows);
  }

  private static double entropy(ClickLaw law, long from, long to) {
    ClickRow row = new ClickRow(law.spec());
    double sum = 0;
    for (long number = from; number < to; number++) {
      double p = law.probability(row.draw(number, number));
      sum -= p * StrictMath.log(p) + (1 - p) * StrictMath.log1p(-p);
    }
    return sum;
  }

  private static ObjectNode json(ClickSpec spec, BestLoss best) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("loss", best.loss()).put("best_loss", best.value());
    ObjectNode of = json.putObject("spec");
    of.put("kind", "clicks").put("rows", spec.rows()).put("days", spec.days());
    of.put("clicked", spec.clicked()).put("drift", spec.drift()).put("seed", spec.seed());
    return json;
  }
}
