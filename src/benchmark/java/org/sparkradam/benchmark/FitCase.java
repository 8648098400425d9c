package org.sparkradam.benchmark;

import java.util.List;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.stat.Summarizer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.sparkradam.ml.MiniBatchLogisticRegression;

/**
 * A whole fit of {@link MiniBatchLogisticRegression} beside one of {@link LogisticRegression}, both
 * at their defaults but for the penalty, on cached rows.
 *
 * @param seconds that it takes at full scale
 * @param time of ours over theirs that is asked for, at most
 * @param objective of ours over theirs that is asked for, at most; NaN where it is not compared,
 *     since without a penalty a wide table has no optimum worth reaching
 */
record FitCase(
    String name, FitTable table, double regParam, double seconds, double time, double objective)
    implements BenchmarkCase {
  private static final double NO_WORSE = 1.002;

  /** Those of generated tables. */
  static List<FitCase> generated(double scale) {
    return List.of(
        new FitCase("dense-1m", generated(scale, 1_000_000, 28, 28), 0, 20, 0.7, 1.002),
        new FitCase("dense-8m", generated(scale, 8_000_000, 28, 28), 0, 110, 0.6, 1.002),
        new FitCase("sparse-400k", sparse(scale, 400_000, 100_000), 1e-4, 30, 0.35, 1.005),
        new FitCase("sparse-1m", sparse(scale, 1_000_000, 1_000_000), 1e-4, 150, 0.35, 1.005));
  }

  /** Those of real ones, with a penalty and without. */
  static List<FitCase> real(TablesFolder folder) {
    FitTable imdb =
        new FitTable.Files(folder, "imdb_bow.train.libsvm.gz", "imdb_bow.test.libsvm.gz", 99_399);
    FitTable farmAds = new FitTable.Files(folder, "farm_ads.libsvm.gz", null, 54_877);
    FitTable news20 =
        new FitTable.Files(
            folder, "news20_bydate.train.libsvm.gz", "news20_bydate.test.libsvm.gz", 149_930);
    return List.of(
        new FitCase("imdb", imdb, 1e-3, 35, 0.3, 1.005),
        new FitCase("farm-ads", farmAds, 1e-3, 35, 0.3, 1.005),
        new FitCase("news20", news20, 1e-3, 270, 0.3, 1.005),
        new FitCase("imdb-free", imdb, 0, 15, 0.1, Double.NaN),
        new FitCase("farm-ads-free", farmAds, 0, 15, 0.1, Double.NaN),
        new FitCase("news20-free", news20, 0, 150, 0.1, Double.NaN));
  }

  private static FitTable sparse(double scale, long rows, int features) {
    int scaled = (int) Math.max(100, Math.round(scale * features));
    return generated(scale, rows, scaled, 15);
  }

  private static FitTable generated(double scale, long rows, int features, int active) {
    return new FitTable.Generated(Math.max(400, Math.round(scale * rows)), features, active);
  }

  @Override
  public String title() {
    return "logistic regression, regParam " + regParam + ", beside Spark's";
  }

  @Override
  public List<Finding> run(Bench bench) {
    SparkSession spark = SparkSession.builder().sparkContext(bench.context().sc()).getOrCreate();
    bench.progress().say("reading or making the table");
    try (FitTable.Rows rows = table.rows(spark)) {
      LogisticRegressionModel[] models = new LogisticRegressionModel[2];
      List<Timings> times =
          bench.measure(
              "fits",
              new Turns(1, bench.rounds()),
              List.of(
                  Side.of(1, () -> models[0] = ours().fit(rows.training())),
                  Side.of(1, () -> models[1] = theirs().fit(rows.training()))));
      bench.progress().say("looking at the models");
      double[] deviations = deviations(rows.training());
      return List.of(
          Finding.times(
              name,
              times.get(0).median(name + " fit"),
              times.get(1).median("fit of LogisticRegression"),
              Requirement.atMost(time)),
          new Finding(
              name,
              "objective",
              new Finding.Quantity(name + " objective", objective(models[0], rows, deviations)),
              new Finding.Quantity("Spark's", objective(models[1], rows, deviations)),
              Requirement.atMost(objective)),
          new Finding(
              name,
              "log loss",
              new Finding.Quantity(name + " test log loss", logLoss(models[0], rows.test())),
              new Finding.Quantity("Spark's", logLoss(models[1], rows.test())),
              Requirement.atMost(NO_WORSE)));
    }
  }

  private MiniBatchLogisticRegression ours() {
    return new MiniBatchLogisticRegression().setRegParam(regParam);
  }

  private LogisticRegression theirs() {
    return new LogisticRegression().setRegParam(regParam);
  }

  private static double logLoss(LogisticRegressionModel model, Dataset<Row> rows) {
    return new MulticlassClassificationEvaluator()
        .setMetricName("logLoss")
        .evaluate(model.transform(rows));
  }

  /** Mean log loss of the training rows, and the penalty of coefficients of x/σ. */
  private double objective(LogisticRegressionModel model, FitTable.Rows rows, double[] deviations) {
    Matrix coefficients = model.coefficientMatrix();
    double squares = 0;
    for (int k = 0; k < coefficients.numRows(); k++) {
      for (int j = 0; j < deviations.length; j++) {
        double scaled = coefficients.apply(k, j) * deviations[j];
        squares += scaled * scaled;
      }
    }
    return logLoss(model, rows.training()) + regParam / 2 * squares;
  }

  private static double[] deviations(Dataset<Row> rows) {
    return rows.select(Summarizer.metrics("std").summary(functions.col("features")).as("of"))
        .select("of.std")
        .first()
        .<Vector>getAs(0)
        .toArray();
  }
}
