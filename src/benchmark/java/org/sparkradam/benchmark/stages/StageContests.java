package org.sparkradam.benchmark.stages;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Transformer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.benchmark.TablesFolder;
import org.sparkradam.benchmark.stages.ContestResult.Score;
import org.sparkradam.table.column.BadInputException;

/**
 * Holds all contests, table after table.
 *
 * @param folder where the tables are
 * @param stepSizes to try besides the default; none if nothing is to be tuned
 */
public record StageContests(
    SparkSession spark, TablesFolder folder, double[] stepSizes, PrintStream console) {
  /** Both sides' first fit of a session pays for loading and compiling classes. */
  private static final long WARM_UP_ROWS = 2000;

  /**
   * The results as a table, one row a contest.
   *
   * @throws BadInputException if a table is not there
   */
  public ContestTable run() {
    Arrays.stream(RealTable.values()).forEach(table -> folder.require(spark, table.file()));
    List<ContestResult> results = new ArrayList<>();
    for (RealTable table : RealTable.values()) {
      int partitions = 2 * spark.sparkContext().defaultParallelism();
      try (RealTable.Rows rows = table.rows(spark, folder, partitions)) {
        Contest.all().stream()
            .filter(contest -> contest.table() == table)
            .forEach(contest -> results.add(held(contest, rows)));
      }
    }
    return new ContestTable(results);
  }

  private ContestResult held(Contest contest, RealTable.Rows rows) {
    console.println(contest.title());
    double share = Math.min(1, (double) WARM_UP_ROWS / rows.training().count());
    Dataset<Row> few = rows.training().sample(share, 1).cache();
    contest.ours().atDefaults().fit(few);
    contest.theirs().fit(few);
    few.unpersist();
    Score ours = score(contest.ours().atDefaults(), contest.quality(), rows);
    Score theirs = score(contest.theirs(), contest.quality(), rows);
    OptionalDouble tuned =
        Arrays.stream(stepSizes)
            .map(stepSize -> trainingLoss(contest, stepSize, rows))
            .filter(Double::isFinite)
            .min();
    return new ContestResult(contest, ours, theirs, tuned);
  }

  private static Score score(
      Estimator<?> estimator, PredictionQuality quality, RealTable.Rows rows) {
    long started = System.nanoTime();
    Transformer model = estimator.fit(rows.training());
    double seconds = (System.nanoTime() - started) / 1e9;
    Dataset<Row> test = model.transform(rows.test());
    return new Score(
        quality.loss(model.transform(rows.training())),
        quality.loss(test),
        quality.metric(test),
        seconds);
  }

  /** NaN where training diverges. */
  private static double trainingLoss(Contest contest, double stepSize, RealTable.Rows rows) {
    try {
      Transformer model = contest.ours().tuned(stepSize).fit(rows.training());
      return contest.quality().loss(model.transform(rows.training()));
    } catch (IllegalStateException e) {
      return Double.NaN;
    }
  }
}
