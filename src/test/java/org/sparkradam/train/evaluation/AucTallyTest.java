package org.sparkradam.train.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.linalg.Vectors;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkradam.block.IngestSettings;
import org.sparkradam.block.LabeledRow;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.loss.LinearLoss;
import org.sparkradam.loss.Logistic;
import org.sparkradam.loss.Scoring;
import org.sparkradam.loss.Term;
import org.sparkradam.loss.kernel.PortableKernel;
import org.sparkradam.testing.LocalSpark;

/** The area under the curve by bins against the exact one, rows of one feature being its score. */
class AucTallyTest {
  private static final Scoring LOSS = new LinearLoss(new Logistic(), 1, Term.ABSENT);
  private static final double[] IDENTITY = {1};

  static Stream<Named<ToDoubleFunction<Random>>> scores() {
    return Stream.of(
        Named.of("normal", Random::nextGaussian),
        Named.of("coarse", random -> Math.round(random.nextGaussian())),
        Named.of("two values", random -> random.nextInt(2)),
        Named.of("one value", random -> 0.3),
        Named.of("concentrated", random -> Math.pow(random.nextGaussian(), 9)),
        Named.of("half of them tied", random -> Math.max(0, random.nextGaussian())),
        Named.of("far apart", random -> Math.exp(20 * random.nextGaussian())));
  }

  @ParameterizedTest
  @MethodSource("scores")
  void isTheExactArea(ToDoubleFunction<Random> score) {
    assertExact(rows(score, 30_000));
  }

  @ParameterizedTest
  @MethodSource("scores")
  void ofFewRowsItIsExactToTheLastDigits(ToDoubleFunction<Random> score) {
    List<LabeledRow> rows = rows(score, 300);
    assertThat(auc(rows)).isEqualTo(exact(rows), within(1e-12));
  }

  private static void assertExact(List<LabeledRow> rows) {
    assertThat(auc(rows)).isEqualTo(exact(rows), within(1e-4));
  }

  private static double auc(List<LabeledRow> rows) {
    try (ShuffledBlocks blocks =
        ShuffledBlocks.ingest(
            LocalSpark.context().parallelize(rows, 4), IngestSettings.of(1).withChunks(4))) {
      return Evaluator.over(blocks, LOSS, new PortableKernel(), Metric.AUC)
          .evaluate(List.of(IDENTITY))
          .get(0)
          .metric();
    }
  }

  private static double exact(List<LabeledRow> rows) {
    return ExactAuc.of(
        rows.stream().mapToDouble(row -> row.features().apply(0)).toArray(),
        rows.stream().mapToDouble(LabeledRow::label).toArray());
  }

  /** A higher score makes label 1 likelier. */
  private static List<LabeledRow> rows(ToDoubleFunction<Random> score, int count) {
    Random random = new Random(4);
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              double drawn = score.applyAsDouble(random);
              double probability = 1 / (1 + Math.exp(-2 * Math.cbrt(drawn)));
              int label = random.nextDouble() < probability ? 1 : 0;
              return new LabeledRow(label, 1, Vectors.dense(drawn));
            })
        .toList();
  }
}
