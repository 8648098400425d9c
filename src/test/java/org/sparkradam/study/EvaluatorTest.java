package org.sparkradam.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.regression.LabeledPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkradam.testing.LocalSpark;

/** Losses and metrics against what a loop over the rows gives. */
class EvaluatorTest {
  private static final int ROWS = 400;

  @ParameterizedTest
  @CsvSource({
    "LOGISTIC, 2, AUC",
    "HINGE, 2, AUC",
    "SQUARED, 2, RMSE",
    "SOFTMAX, 3, ACCURACY",
    "SOFTMAX, 7, ACCURACY"
  })
  void isWhatALoopOverTheRowsGives(LinearLoss loss, int classes, Metric metric) {
    LinearModel model = new LinearModel(loss, Samples.FEATURES, classes);
    List<LabeledPoint> rows = Samples.rows(loss, classes, ROWS);
    List<double[]> weights = weights(model, 3);
    List<Evaluation> evaluations = new Evaluator(model, metric).evaluate(rdd(rows, 3), weights);
    assertThat(evaluations).hasSize(3);
    for (int v = 0; v < 3; v++) {
      PerRow expected = new PerRow(model, weights.get(v), rows);
      assertThat(evaluations.get(v).loss()).isEqualTo(expected.loss(), within(1e-12));
      assertThat(evaluations.get(v).metric()).isEqualTo(expected.metric(metric), within(1e-12));
    }
  }

  @Test
  void moreVectorsThanOnePassTakes() {
    LinearModel model = new LinearModel(LinearLoss.LOGISTIC, Samples.FEATURES, 2);
    JavaRDD<LabeledPoint> rows = rdd(Samples.rows(LinearLoss.LOGISTIC, 2, 50), 2);
    List<double[]> weights = weights(model, 600);
    Evaluator evaluator = new Evaluator(model, Metric.AUC);
    List<Evaluation> together = evaluator.evaluate(rows, weights);
    assertThat(together).hasSize(600);
    for (int v : new int[] {0, 255, 256, 511, 512, 599}) {
      assertThat(evaluator.evaluate(rows, List.of(weights.get(v))))
          .containsExactly(together.get(v));
    }
  }

  @Test
  void noVectorsGiveNoEvaluations() {
    LinearModel model = new LinearModel(LinearLoss.LOGISTIC, Samples.FEATURES, 2);
    JavaRDD<LabeledPoint> rows = rdd(Samples.rows(LinearLoss.LOGISTIC, 2, 5), 1);
    assertThat(new Evaluator(model, Metric.AUC).evaluate(rows, List.of())).isEmpty();
  }

  @Test
  void theSameRowsGiveTheSameBits() {
    LinearModel model = new LinearModel(LinearLoss.SOFTMAX, Samples.FEATURES, 4);
    JavaRDD<LabeledPoint> rows = rdd(Samples.rows(LinearLoss.SOFTMAX, 4, ROWS), 16);
    Evaluator evaluator = new Evaluator(model, Metric.ACCURACY);
    List<Evaluation> first = evaluator.evaluate(rows, weights(model, 4));
    for (int i = 0; i < 5; i++) {
      assertThat(evaluator.evaluate(rows, weights(model, 4))).isEqualTo(first);
    }
  }

  @ParameterizedTest
  @CsvSource({"LOGISTIC, AUC", "SQUARED, RMSE", "SOFTMAX, ACCURACY"})
  void emptyPartitionsCountForNothing(LinearLoss loss, Metric metric) {
    LinearModel model = new LinearModel(loss, Samples.FEATURES, 2);
    List<LabeledPoint> rows = Samples.rows(loss, 2, 5);
    List<double[]> weights = weights(model, 1);
    PerRow expected = new PerRow(model, weights.get(0), rows);
    Evaluation evaluation = new Evaluator(model, metric).evaluate(rdd(rows, 9), weights).get(0);
    assertThat(evaluation.loss()).isEqualTo(expected.loss(), within(1e-12));
    assertThat(evaluation.metric()).isEqualTo(expected.metric(metric), within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"LOGISTIC, AUC", "SQUARED, RMSE", "SOFTMAX, ACCURACY"})
  void noRowsGiveNoNumber(LinearLoss loss, Metric metric) {
    LinearModel model = new LinearModel(loss, Samples.FEATURES, 2);
    List<Evaluation> evaluations =
        new Evaluator(model, metric).evaluate(rdd(List.of(), 2), weights(model, 1));
    assertThat(evaluations).containsExactly(new Evaluation(Double.NaN, Double.NaN));
  }

  @Test
  void rowsOfOneClassHaveALossButNoAuc() {
    LinearModel model = new LinearModel(LinearLoss.LOGISTIC, Samples.FEATURES, 2);
    List<LabeledPoint> rows =
        Samples.rows(LinearLoss.LOGISTIC, 2, 50).stream().filter(row -> row.label() == 1).toList();
    Evaluation evaluation =
        new Evaluator(model, Metric.AUC).evaluate(rdd(rows, 2), weights(model, 1)).get(0);
    assertThat(evaluation.loss()).isPositive();
    assertThat(evaluation.metric()).isNaN();
  }

  /** What is to be found, the plain way. */
  private record PerRow(LinearModel model, double[] weights, List<LabeledPoint> rows) {
    double loss() {
      return rows.stream()
          .mapToDouble(
              row -> {
                double[] margins = margins(row);
                return model.loss().value(row.label(), margins, 0, margins.length);
              })
          .average()
          .orElseThrow();
    }

    double metric(Metric metric) {
      return switch (metric) {
        case AUC ->
            ExactAuc.of(
                rows.stream().mapToDouble(row -> margins(row)[0]).toArray(),
                rows.stream().mapToDouble(LabeledPoint::label).toArray());
        case ACCURACY ->
            rows.stream()
                .mapToInt(row -> likeliest(row) == row.label() ? 1 : 0)
                .average()
                .orElseThrow();
        case RMSE ->
            Math.sqrt(
                rows.stream()
                    .mapToDouble(row -> Math.pow(margins(row)[0] - row.label(), 2))
                    .average()
                    .orElseThrow());
      };
    }

    private int likeliest(LabeledPoint row) {
      List<Double> scores = new ArrayList<>(List.of(0.0));
      for (double margin : margins(row)) {
        scores.add(margin);
      }
      return scores.indexOf(scores.stream().max(Double::compare).orElseThrow());
    }

    private double[] margins(LabeledPoint row) {
      double[] margins = new double[model.outputs()];
      Vector features = row.features();
      for (int output = 0; output < margins.length; output++) {
        for (int j = 0; j < features.size(); j++) {
          margins[output] += weights[output * model.stride() + j] * features.apply(j);
        }
      }
      return margins;
    }
  }

  private static List<double[]> weights(LinearModel model, int count) {
    return LongStream.range(0, count).mapToObj(seed -> Samples.weights(model, seed)).toList();
  }

  private static JavaRDD<LabeledPoint> rdd(List<LabeledPoint> rows, int partitions) {
    return LocalSpark.context().parallelize(rows, partitions);
  }
}
