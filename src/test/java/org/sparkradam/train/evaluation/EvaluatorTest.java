package org.sparkradam.train.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.linalg.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkradam.block.IngestSettings;
import org.sparkradam.block.LabeledRow;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.loss.FactorizationMachine;
import org.sparkradam.loss.Hinge;
import org.sparkradam.loss.LinearLoss;
import org.sparkradam.loss.Logistic;
import org.sparkradam.loss.MultilayerPerceptron;
import org.sparkradam.loss.Scoring;
import org.sparkradam.loss.Softmax;
import org.sparkradam.loss.Squared;
import org.sparkradam.loss.Term;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.loss.kernel.PortableKernel;
import org.sparkradam.testing.LocalSpark;

/** Losses and metrics against what a loop over the rows gives. */
class EvaluatorTest {
  private static final int FEATURES = 4;
  private static final int ROWS = 400;

  private static LinearLoss linear(org.sparkradam.loss.MarginLoss loss) {
    return new LinearLoss(loss, FEATURES, Term.FITTED);
  }

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of(linear(new Logistic()), 2, Metric.AUC),
        Arguments.of(linear(new Hinge()), 2, Metric.AUC),
        Arguments.of(linear(new Logistic()), 2, Metric.ACCURACY),
        Arguments.of(linear(new Squared()), 2, Metric.RMSE),
        Arguments.of(linear(new Softmax(3)), 3, Metric.ACCURACY),
        Arguments.of(linear(new Softmax(2)), 2, Metric.AUC),
        Arguments.of(new MultilayerPerceptron(List.of(FEATURES, 3, 7)), 7, Metric.ACCURACY),
        Arguments.of(new MultilayerPerceptron(List.of(FEATURES, 3, 2)), 2, Metric.AUC),
        Arguments.of(
            new FactorizationMachine(new Logistic(), FEATURES, 2, Term.FITTED, Term.FITTED),
            2,
            Metric.AUC));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isWhatALoopOverTheRowsGives(Scoring loss, int classes, Metric metric) {
    List<LabeledRow> rows = rows(classes, ROWS, false);
    List<double[]> weights = weights(loss, 3);
    List<Evaluation> evaluations = evaluate(rows, 3, loss, metric, weights);
    assertThat(evaluations).hasSize(3);
    for (int v = 0; v < 3; v++) {
      RowByRow expected = new RowByRow(loss, weights.get(v), rows);
      assertThat(evaluations.get(v).loss()).isEqualTo(expected.loss(), within(1e-12));
      assertThat(evaluations.get(v).metric()).isEqualTo(expected.metric(metric), within(1e-12));
    }
  }

  /** A row of weight 2 is the row twice, one of weight 0 is not there. */
  @ParameterizedTest
  @MethodSource("cases")
  void rowsCountByTheirWeights(Scoring loss, int classes, Metric metric) {
    List<LabeledRow> weighted = rows(classes, 60, true);
    List<LabeledRow> repeated =
        weighted.stream()
            .flatMap(
                row ->
                    Stream.generate(() -> new LabeledRow(row.label(), 1, row.features()))
                        .limit((long) row.weight()))
            .toList();
    List<double[]> weights = weights(loss, 2);
    List<Evaluation> expected = evaluate(repeated, 1, loss, metric, weights);
    List<Evaluation> actual = evaluate(weighted, 2, loss, metric, weights);
    for (int v = 0; v < 2; v++) {
      assertThat(actual.get(v).loss()).isEqualTo(expected.get(v).loss(), within(1e-12));
      assertThat(actual.get(v).metric()).isEqualTo(expected.get(v).metric(), within(1e-12));
    }
  }

  @Test
  void moreVectorsThanOnePassTakes() {
    Scoring loss = linear(new Logistic());
    List<double[]> weights = weights(loss, 600);
    try (ShuffledBlocks blocks = blocks(rows(2, 50, false), 2)) {
      Evaluator evaluator = Evaluator.over(blocks, loss, new PortableKernel(), Metric.AUC);
      List<Evaluation> together = evaluator.evaluate(weights);
      assertThat(together).hasSize(600);
      for (int v : new int[] {0, 255, 256, 511, 512, 599}) {
        assertThat(evaluator.evaluate(List.of(weights.get(v)))).containsExactly(together.get(v));
      }
      assertThat(evaluator.evaluate(List.of())).isEmpty();
    }
  }

  @Test
  void theSameRowsGiveTheSameBits() {
    Scoring loss = linear(new Softmax(4));
    try (ShuffledBlocks blocks = blocks(rows(4, ROWS, true), 16)) {
      Evaluator evaluator = Evaluator.over(blocks, loss, Kernel.ofThisJvm(), Metric.ACCURACY);
      List<Evaluation> first = evaluator.evaluate(weights(loss, 4));
      for (int i = 0; i < 5; i++) {
        assertThat(evaluator.evaluate(weights(loss, 4))).isEqualTo(first);
      }
    }
  }

  @Test
  void weightsThatAreNotFiniteHaveNoEvaluationAndDisturbNoOther() {
    Scoring loss = linear(new Logistic());
    List<LabeledRow> rows = rows(2, 50, false);
    List<double[]> weights = weights(loss, 3);
    List<Evaluation> sound = evaluate(rows, 2, loss, Metric.AUC, weights);
    weights.get(1)[2] = Double.NaN;
    assertThat(evaluate(rows, 2, loss, Metric.AUC, weights))
        .containsExactly(sound.get(0), Evaluation.NONE, sound.get(2));
  }

  @Test
  void aSampleHasTheRowsThatWereAskedFor() {
    Scoring loss = linear(new Logistic());
    try (ShuffledBlocks blocks = blocks(rows(2, 100, false), 7)) {
      Evaluator all = Evaluator.over(blocks, loss, new PortableKernel(), Metric.AUC);
      assertThat(all.rows()).isEqualTo(100);
      assertThat(all.onSampleOf(33).rows()).isEqualTo(33);
      assertThat(all.onSampleOf(1000).rows()).isEqualTo(100);
      assertThat(all.onSampleOf(1000).evaluate(weights(loss, 2)))
          .isEqualTo(all.evaluate(weights(loss, 2)));
      assertThat(all.onSampleOf(33).evaluate(weights(loss, 1)).get(0).loss())
          .isNotEqualTo(all.evaluate(weights(loss, 1)).get(0).loss())
          .isPositive();
    }
  }

  @Test
  void rowsOfOneClassHaveALossButNoAuc() {
    Scoring loss = linear(new Logistic());
    List<LabeledRow> rows = rows(2, 50, false).stream().filter(row -> row.label() == 1).toList();
    Evaluation evaluation = evaluate(rows, 2, loss, Metric.AUC, weights(loss, 1)).get(0);
    assertThat(evaluation.loss()).isPositive();
    assertThat(evaluation.metric()).isNaN();
  }

  /** What is to be found, the plain way: a pass of the loss a row. */
  private record RowByRow(Scoring scoring, double[] weights, List<LabeledRow> rows) {
    double loss() {
      return rows.stream().mapToDouble(row -> score(row)[0]).average().orElseThrow();
    }

    double metric(Metric metric) {
      double[] labels = rows.stream().mapToDouble(LabeledRow::label).toArray();
      return switch (metric) {
        case AUC -> ExactAuc.of(rows.stream().mapToDouble(this::rank).toArray(), labels);
        case ACCURACY ->
            rows.stream().mapToInt(r -> likeliest(r) == r.label() ? 1 : 0).average().orElseThrow();
        case RMSE ->
            Math.sqrt(
                rows.stream()
                    .mapToDouble(row -> Math.pow(score(row)[1] - row.label(), 2))
                    .average()
                    .orElseThrow());
      };
    }

    private double rank(LabeledRow row) {
      double[] score = score(row);
      return score.length == 2 ? score[1] : score[2] - score[1];
    }

    private int likeliest(LabeledRow row) {
      double[] score = score(row);
      if (score.length == 2) {
        return score[1] > 0 ? 1 : 0;
      }
      double most = Arrays.stream(score, 1, score.length).max().orElseThrow();
      return IntStream.range(1, score.length)
              .filter(i -> score[i] == most)
              .findFirst()
              .orElseThrow()
          - 1;
    }

    /** The loss, then the margins. */
    private double[] score(LabeledRow row) {
      double[] score = new double[1 + scoring.outputs()];
      org.sparkradam.block.DenseBlock block =
          new org.sparkradam.block.DenseBlock(
              FEATURES, row.features().toArray(), new double[] {row.label()}, null);
      scoring.score(
          block,
          new org.sparkradam.block.RowRange(0, 1),
          new double[][] {weights},
          (vector, tile, margins, loss) -> {
            score[0] = loss;
            System.arraycopy(margins.values(), margins.from(), score, 1, scoring.outputs());
          },
          new PortableKernel());
      return score;
    }
  }

  private static List<Evaluation> evaluate(
      List<LabeledRow> rows, int chunks, Scoring loss, Metric metric, List<double[]> weights) {
    try (ShuffledBlocks blocks = blocks(rows, chunks)) {
      return Evaluator.over(blocks, loss, new PortableKernel(), metric).evaluate(weights);
    }
  }

  private static ShuffledBlocks blocks(List<LabeledRow> rows, int chunks) {
    return ShuffledBlocks.ingest(
        LocalSpark.context().parallelize(rows, 2), IngestSettings.of(1).withChunks(chunks));
  }

  /** Weights, if any, are 0, 1 and 2. */
  private static List<LabeledRow> rows(int classes, int count, boolean weighted) {
    Random random = new Random(classes);
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new LabeledRow(
                    i % classes,
                    weighted ? i % 3 : 1,
                    Vectors.dense(random.doubles(FEATURES, -2, 2).toArray())))
        .toList();
  }

  private static List<double[]> weights(Scoring loss, int count) {
    return IntStream.range(0, count)
        .mapToObj(seed -> new Random(seed).doubles(loss.weightCount(), -1, 1).toArray())
        .toList();
  }
}
