package org.sparkradam.study;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.sparkradam.table.PreparedTable;

/** Trains and measures every trial of a comparison on one prepared table. */
public final class Comparison {
  private final ComparisonSpec spec;
  private final ComparisonProgress progress;

  public Comparison(ComparisonSpec spec, ComparisonProgress progress) {
    this.spec = spec;
    this.progress = progress;
  }

  /** Runs all trials, then measures them; what it cached is released. */
  public ComparisonResult run(PreparedTable table) {
    Dataset<Row> training = table.training().select("label", "features");
    Dataset<Row> test = table.test().select("label", "features");
    training.persist(StorageLevel.MEMORY_AND_DISK());
    test.persist(StorageLevel.MEMORY_AND_DISK());
    try {
      return run(table, training, test);
    } finally {
      training.unpersist();
      test.unpersist();
    }
  }

  private ComparisonResult run(PreparedTable table, Dataset<Row> training, Dataset<Row> test) {
    long trainingRows = training.count();
    long testRows = test.count();
    LinearModel model = model(table);
    LabelScale labels =
        spec.loss() == LinearLoss.SQUARED ? LabelScale.of(training) : LabelScale.NONE;
    List<TrialRun> runs;
    ReferenceOptimum.Result reference;
    try (ShuffledRows rows = new ShuffledRows(training, labels, spec.partitions(), trainingRows)) {
      runs = engine(model, trainingRows).run(rows, spec.trials(), progress);
      reference =
          new ReferenceOptimum(model, spec.penalty())
              .find(rows.forSeed(lastSeed()), trainingRows, this::iteration);
    }
    progress.afterTrials("measuring them on all rows");
    Metric metric = metric(spec.loss());
    ComparisonMeasurement measurement =
        new ComparisonMeasurement(
            new Evaluator(model, metric),
            labels,
            Points.of(training, labels),
            Points.of(test, labels),
            trainingRows,
            testRows);
    return new ComparisonResult(
        spec,
        model,
        metric,
        labels,
        trainingRows,
        testRows,
        Fingerprint.of(training),
        measurement.outcomes(runs),
        measurement.optimum(reference));
  }

  private LinearModel model(PreparedTable table) {
    return new LinearModel(
        spec.loss(), table.featureNames().size(), Math.max(2, table.classNames().size()));
  }

  private MllibEngine engine(LinearModel model, long rows) {
    return new MllibEngine(model, spec.penalty(), spec.batchFraction(rows), spec.limits());
  }

  private long lastSeed() {
    return spec.seeds()[spec.seeds().length - 1];
  }

  private static Metric metric(LinearLoss loss) {
    return switch (loss) {
      case LOGISTIC, HINGE -> Metric.AUC;
      case SOFTMAX -> Metric.ACCURACY;
      case SQUARED -> Metric.RMSE;
    };
  }

  private void iteration(int number) {
    progress.afterTrials("L-BFGS for comparison, iteration " + number);
  }
}
