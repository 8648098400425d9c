package org.sparkradam.benchmark.stages;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.benchmark.TablesFolder;
import org.sparkradam.ml.LockstepModels;
import org.sparkradam.ml.MiniBatchCrossValidator;
import org.sparkradam.ml.MiniBatchLogisticRegression;

/**
 * Cross-validation of a stage over 25 param maps and three folds of the flights, side by side and
 * by Spark's own {@code CrossValidator} with two models at a time.
 */
public record TuningContest(SparkSession spark, TablesFolder folder) {
  private static final int AT_ONCE = 2;
  private static final int WARM_UP_STEPS = 100;

  /** Seconds on the clock and of all processors, which other load on the machine changes less. */
  private record Cost(double wall, double processors) {
    static Cost of(Runnable work) {
      long cpu = cpuTime();
      long start = System.nanoTime();
      work.run();
      return new Cost((System.nanoTime() - start) / 1e9, (cpuTime() - cpu) / 1e9);
    }

    private static long cpuTime() {
      return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
          .getProcessCpuTime();
    }
  }

  /** What was measured, a line each. */
  public String run() {
    folder.require(spark, RealTable.FLIGHTS.file());
    int partitions = 2 * spark.sparkContext().defaultParallelism();
    try (RealTable.Rows rows = RealTable.FLIGHTS.rows(spark, folder, partitions)) {
      MiniBatchLogisticRegression stage = new MiniBatchLogisticRegression();
      ParamMap[] maps = grid(stage);
      Dataset<Row> fold = rows.training().sample(2 / 3.0, 1).cache();
      fold.count();
      MiniBatchLogisticRegression few = stage.copy(new ParamMap()).setMaxIter(WARM_UP_STEPS);
      fitTogether(few, fold, maps);
      fitApart(few, fold, maps);
      Cost together = Cost.of(() -> fitTogether(stage, fold, maps));
      Cost apart = Cost.of(() -> fitApart(stage, fold, maps));
      fold.unpersist();
      CrossValidator sparks =
          new CrossValidator()
              .setEstimator(stage)
              .setEstimatorParamMaps(maps)
              .setEvaluator(new BinaryClassificationEvaluator())
              .setParallelism(AT_ONCE)
              .setSeed(1);
      List<CrossValidatorModel> models = new ArrayList<>();
      Cost ours =
          Cost.of(() -> models.add(MiniBatchCrossValidator.of(sparks).fit(rows.training())));
      Cost theirs = Cost.of(() -> models.add(sparks.fit(rows.training())));
      return line("fits of a fold", together, apart)
          + line("cross-validation", ours, theirs)
          + String.format(
              Locale.ROOT,
              "largest difference of two metrics: %.1e%n",
              difference(models.get(0).avgMetrics(), models.get(1).avgMetrics()));
    }
  }

  private static ParamMap[] grid(MiniBatchLogisticRegression stage) {
    return new ParamGridBuilder()
        .addGrid(stage.stepSize(), new double[] {0.02, 0.05, 0.1, 0.2, 0.4})
        .addGrid(stage.regParam(), new double[] {0, 1e-5, 1e-4, 1e-3, 1e-2})
        .build();
  }

  /** As cross-validation does. */
  private static void fitTogether(
      MiniBatchLogisticRegression stage, Dataset<Row> fold, ParamMap[] maps) {
    LockstepModels<LogisticRegressionModel> models =
        LockstepModels.of(LockstepModels.evaluatedOnly(stage), fold, maps);
    for (int i = 0; i < maps.length; i++) {
      models.model(i);
    }
  }

  private static void fitApart(
      MiniBatchLogisticRegression stage, Dataset<Row> fold, ParamMap[] maps) {
    ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<LogisticRegressionModel>> fits = new ArrayList<>();
      for (ParamMap map : maps) {
        fits.add(pool.submit(() -> stage.fit(fold, map)));
      }
      for (Future<LogisticRegressionModel> fit : fits) {
        fit.get();
      }
    } catch (Exception e) {
      throw new IllegalStateException("a fit failed", e);
    } finally {
      pool.shutdown();
    }
  }

  private static double difference(double[] ours, double[] theirs) {
    double largest = 0;
    for (int i = 0; i < ours.length; i++) {
      largest = Math.max(largest, Math.abs(ours[i] - theirs[i]));
    }
    return largest;
  }

  private static String line(String what, Cost ours, Cost theirs) {
    return String.format(
        Locale.ROOT,
        "%s: side by side %.1f s (processors %.1f s), one by one %.1f s (%.1f s): %.1f times (%.1f)"
            + " faster%n",
        what,
        ours.wall(),
        ours.processors(),
        theirs.wall(),
        theirs.processors(),
        theirs.wall() / ours.wall(),
        theirs.processors() / ours.processors());
  }
}
