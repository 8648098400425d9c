package org.sparkradam.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.optimization.HingeGradient;
import org.apache.spark.mllib.optimization.LBFGS;
import org.apache.spark.mllib.optimization.SimpleUpdater;
import org.apache.spark.mllib.regression.LabeledPoint;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkradam.optim.Penalty;
import org.sparkradam.testing.LocalSpark;
import scala.Tuple2;

/** The optimum that solvers are measured by is the one that Spark's own trainers find. */
class ReferenceOptimumTest {
  private static final int ROWS = 400;

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 0.1", "0.05, 0", "0.03, 0.04"})
  void logisticIsSparks(double l1, double l2) {
    List<LabeledPoint> rows = Samples.rows(LinearLoss.LOGISTIC, 2, ROWS);
    LogisticRegressionModel expected =
        new LogisticRegression()
            .setStandardization(false)
            .setRegParam(l1 + l2)
            .setElasticNetParam(l1 + l2 == 0 ? 0 : l1 / (l1 + l2))
            .setTol(1e-10)
            .setMaxIter(300)
            .fit(table(rows));
    assertWeights(
        optimum(LinearLoss.LOGISTIC, 2, l1, l2, rows),
        expected.coefficients(),
        expected.intercept());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 0.1", "0.05, 0"})
  void squaredIsSparks(double l1, double l2) {
    List<LabeledPoint> rows = Samples.rows(LinearLoss.SQUARED, 2, ROWS);
    // LinearRegression divides the strength of L2, not of L1, by the label's deviation.
    double deviation = points(rows).mapToDouble(LabeledPoint::label).sampleStdev();
    LinearRegressionModel expected =
        new LinearRegression()
            .setStandardization(false)
            .setRegParam(l1 + l2 * deviation)
            .setElasticNetParam(l1 > 0 ? 1 : 0)
            .setSolver("l-bfgs")
            .setTol(1e-10)
            .setMaxIter(300)
            .fit(table(rows));
    assertWeights(
        optimum(LinearLoss.SQUARED, 2, l1, l2, rows),
        expected.coefficients(),
        expected.intercept());
  }

  @Test
  void l1LeavesTheIntercept() {
    List<LabeledPoint> rows = Samples.rows(LinearLoss.LOGISTIC, 2, ROWS);
    double[] weights = optimum(LinearLoss.LOGISTIC, 2, 10, 0, rows);
    double positives = rows.stream().mapToDouble(LabeledPoint::label).average().orElseThrow();
    assertThat(Arrays.copyOf(weights, Samples.FEATURES)).containsOnly(0);
    assertThat(weights[Samples.FEATURES])
        .isEqualTo(Math.log(positives / (1 - positives)), within(1e-3));
  }

  /** Spark has a row of coefficients for every class, we have none for class 0. */
  @ParameterizedTest
  @CsvSource({"3", "5"})
  void softmaxHasSparksProbabilities(int classes) {
    List<LabeledPoint> rows = Samples.rows(LinearLoss.SOFTMAX, classes, ROWS);
    LogisticRegressionModel expected =
        new LogisticRegression().setTol(1e-10).setMaxIter(500).fit(table(rows));
    double[] weights = optimum(LinearLoss.SOFTMAX, classes, 0, 0, rows);
    LinearModel model = model(LinearLoss.SOFTMAX, classes);
    List<Row> table = table(rows).collectAsList();
    for (int i = 0; i < 50; i++) {
      double[] ofSpark = expected.predictProbability(table.get(i).getAs(1)).toArray();
      double[] margins = new double[model.outputs()];
      WeightBatch.of(model, List.of(weights)).margins(rows.get(i).features(), margins);
      for (int label = 0; label < classes; label++) {
        assertThat(Math.exp(-model.loss().value(label, margins, 0, margins.length)))
            .isEqualTo(ofSpark[label], within(1e-3));
      }
    }
  }

  @Test
  void hingeIsAsLowAsMllibsOwn() {
    List<LabeledPoint> rows = Samples.rows(LinearLoss.HINGE, 2, ROWS);
    JavaRDD<LabeledPoint> distributed = points(rows);
    LinearModel model = model(LinearLoss.HINGE, 2);
    double[] ofMllib =
        new LBFGS(new HingeGradient(), new SimpleUpdater())
            .setConvergenceTol(1e-9)
            .setNumIterations(200)
            .optimize(
                distributed
                    .map(
                        row ->
                            new Tuple2<Object, org.apache.spark.mllib.linalg.Vector>(
                                row.label(), row.features()))
                    .rdd(),
                Vectors.zeros(model.weightCount()))
            .toArray();
    List<Evaluation> both =
        new Evaluator(model, Metric.AUC)
            .evaluate(distributed, List.of(optimum(LinearLoss.HINGE, 2, 0, 0, rows), ofMllib));
    assertThat(both.get(0).loss()).isLessThanOrEqualTo(both.get(1).loss() + 1e-6).isLessThan(0.5);
  }

  @Test
  void saysHowLongItTook() {
    List<LabeledPoint> rows = Samples.rows(LinearLoss.LOGISTIC, 2, 50);
    ReferenceOptimum.Result result =
        new ReferenceOptimum(model(LinearLoss.LOGISTIC, 2), Penalty.none().withL2(0.1))
            .find(points(rows), rows.size(), iteration -> {});
    assertThat(result.iterations()).isBetween(2, 100);
    assertThat(result.seconds()).isPositive();
  }

  private static void assertWeights(double[] weights, Vector coefficients, double intercept) {
    double[] expected = Arrays.copyOf(coefficients.toArray(), weights.length);
    expected[weights.length - 1] = intercept;
    assertThat(weights).containsExactly(expected, within(1e-3));
  }

  private static double[] optimum(
      LinearLoss loss, int classes, double l1, double l2, List<LabeledPoint> rows) {
    return new ReferenceOptimum(model(loss, classes), Penalty.none().withL1(l1).withL2(l2))
        .find(points(rows), rows.size(), iteration -> {})
        .weights();
  }

  private static LinearModel model(LinearLoss loss, int classes) {
    return new LinearModel(loss, Samples.FEATURES, classes);
  }

  private static JavaRDD<LabeledPoint> points(List<LabeledPoint> rows) {
    return LocalSpark.context().parallelize(rows, 2);
  }

  private static Dataset<Row> table(List<LabeledPoint> rows) {
    return Samples.table(rows, 2);
  }
}
