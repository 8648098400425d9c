package org.sparkradam.study.benchmark.stages;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Transformer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.study.benchmark.stages.ContestResult.Score;
import org.sparkradam.table.BadInputException;

/**
 * Holds all contests, table after table.
 *
 * @param folder where the tables are
 * @param stepSizes to try besides the default; none if nothing is to be tuned
 */
public record StageContests(
    SparkSession spark, String folder, double[] stepSizes, PrintStream console) {
  /** Both sides' first fit of a session pays for loading and compiling classes. */
  private static final int WARM_UP_ROWS = 2000;

  /**
   * The results as a table, one row a contest.
   *
   * @throws BadInputException if a table is not there
   */
  public ContestTable run() {
    Arrays.stream(RealTable.values()).forEach(this::requireThere);
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

  private void requireThere(RealTable table) {
    Path path = new Path(table.file(folder));
    try {
      if (!path.getFileSystem(spark.sparkContext().hadoopConfiguration()).exists(path)) {
        throw new BadInputException(
            "--tables %s has no %s; data/README.md says where it can be had"
                .formatted(folder, path.getName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look for " + path, e);
    }
  }

  private ContestResult held(Contest contest, RealTable.Rows rows) {
    console.println(contest.title());
    Dataset<Row> few = rows.training().limit(WARM_UP_ROWS).cache();
    contest.ours().atDefaults().fit(few);
    contest.theirs().fit(few);
    few.unpersist();
    Score ours = score(contest.ours().atDefaults(), contest.yardstick(), rows);
    Score theirs = score(contest.theirs(), contest.yardstick(), rows);
    OptionalDouble tuned =
        Arrays.stream(stepSizes)
            .map(stepSize -> trainingLoss(contest, stepSize, rows))
            .filter(Double::isFinite)
            .min();
    return new ContestResult(contest, ours, theirs, tuned);
  }

  private static Score score(Estimator<?> estimator, Yardstick yardstick, RealTable.Rows rows) {
    long started = System.nanoTime();
    Transformer model = estimator.fit(rows.training());
    double seconds = (System.nanoTime() - started) / 1e9;
    Dataset<Row> test = model.transform(rows.test());
    return new Score(
        yardstick.loss(model.transform(rows.training())),
        yardstick.loss(test),
        yardstick.metric(test),
        seconds);
  }

  /** NaN where training diverges. */
  private static double trainingLoss(Contest contest, double stepSize, RealTable.Rows rows) {
    try {
      Transformer model = contest.ours().tuned(stepSize).fit(rows.training());
      return contest.yardstick().loss(model.transform(rows.training()));
    } catch (IllegalStateException e) {
      return Double.NaN;
    }
  }
}
