package org.sparkradam.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.regression.LabeledPoint;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkradam.testing.LocalSpark;

/** The area under the curve by bins against the exact one, rows of one feature being its score. */
class AucTallyTest {
  private static final LinearModel MODEL = new LinearModel(LinearLoss.LOGISTIC, 1, 2);
  private static final double[] IDENTITY = {1, 0};

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
    assertExact(rows(score, 100_000));
  }

  @ParameterizedTest
  @MethodSource("scores")
  void ofFewRowsItIsExactToTheLastDigits(ToDoubleFunction<Random> score) {
    List<LabeledPoint> rows = rows(score, 300);
    assertThat(auc(rows)).isEqualTo(exact(rows), within(1e-12));
  }

  /** Tables are often sorted, by time if not by what is to be found. */
  @ParameterizedTest
  @MethodSource("scores")
  void theOrderOfTheRowsDoesNotMatter(ToDoubleFunction<Random> score) {
    List<LabeledPoint> rows = rows(score, 100_000);
    assertExact(rows.stream().sorted(Comparator.comparingDouble(LabeledPoint::label)).toList());
    assertExact(
        rows.stream().sorted(Comparator.comparingDouble(row -> row.features().apply(0))).toList());
  }

  private static void assertExact(List<LabeledPoint> rows) {
    assertThat(auc(rows)).isEqualTo(exact(rows), within(1e-4));
  }

  private static double auc(List<LabeledPoint> rows) {
    return new Evaluator(MODEL, Metric.AUC)
        .evaluate(LocalSpark.context().parallelize(rows, 4), List.of(IDENTITY))
        .get(0)
        .metric();
  }

  private static double exact(List<LabeledPoint> rows) {
    return ExactAuc.of(
        rows.stream().mapToDouble(row -> row.features().apply(0)).toArray(),
        rows.stream().mapToDouble(LabeledPoint::label).toArray());
  }

  /** A higher score makes label 1 likelier. */
  private static List<LabeledPoint> rows(ToDoubleFunction<Random> score, int count) {
    Random random = new Random(4);
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              double drawn = score.applyAsDouble(random);
              double probability = 1 / (1 + Math.exp(-2 * Math.cbrt(drawn)));
              int label = random.nextDouble() < probability ? 1 : 0;
              return new LabeledPoint(label, Vectors.dense(drawn, 1));
            })
        .toList();
  }
}
