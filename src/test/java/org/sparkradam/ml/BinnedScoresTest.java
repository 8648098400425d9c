package org.sparkradam.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkradam.ml.internal.column.BinnedScores;
import org.sparkradam.testing.LocalSpark;

/** The evaluator says the same of bins as of the scores that are in them. */
class BinnedScoresTest {
  private static final StructType SCHEMA =
      new StructType()
          .add("label", DataTypes.DoubleType)
          .add("rawPrediction", SQLDataTypes.VectorType());

  /** With many ties if scores are rounded. */
  private static Dataset<Row> scored(DoubleUnaryOperator rounding, int labels) {
    Random random = new Random(5);
    List<Row> rows =
        IntStream.range(0, 500)
            .mapToObj(
                i -> {
                  double score = rounding.applyAsDouble(random.nextGaussian());
                  double label = random.nextDouble() < 1 / (1 + Math.exp(-score)) ? 1 : 0;
                  return RowFactory.create(labels == 1 ? 0.0 : label, Vectors.dense(-score, score));
                })
            .toList();
    return LocalSpark.session().createDataFrame(rows, SCHEMA).coalesce(1);
  }

  private static void assertSame(BinaryClassificationEvaluator evaluator, Dataset<Row> scored) {
    double metric =
        BinnedScores.of(evaluator, scored).orElseThrow().metric(evaluator, LocalSpark.session());
    assertThat(metric).isCloseTo(evaluator.evaluate(scored), within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "areaUnderROC, 1000",
    "areaUnderPR, 1000",
    "areaUnderROC, 7",
    "areaUnderPR, 7",
    "areaUnderROC, 0",
    "areaUnderPR, 0"
  })
  void metricsAreTheEvaluators(String metric, int bins) {
    BinaryClassificationEvaluator evaluator =
        new BinaryClassificationEvaluator().setMetricName(metric).setNumBins(bins);
    assertSame(evaluator, scored(score -> score, 2));
    assertSame(evaluator, scored(score -> Math.rint(10 * score) / 10, 2));
    assertSame(evaluator, scored(score -> score, 1));
  }

  /** Bins that differ have areas that differ, so the numbers above are not alike by chance. */
  @Test
  void fewBinsAreCoarse() {
    Dataset<Row> scored = scored(score -> score, 2);
    BinaryClassificationEvaluator coarse = new BinaryClassificationEvaluator().setNumBins(7);
    assertThat(coarse.evaluate(scored))
        .isNotCloseTo(new BinaryClassificationEvaluator().evaluate(scored), within(1e-5));
  }

  @Test
  void rowsThatItDoesNotKnowAreLeftToTheEvaluator() {
    Dataset<Row> scored = scored(score -> score, 2);
    BinaryClassificationEvaluator weighted =
        new BinaryClassificationEvaluator().setWeightCol("label");
    assertThat(BinnedScores.of(weighted, scored)).isEmpty();
    Dataset<Row> nulls = scored.selectExpr("nullif(label, 1.0) AS label", "rawPrediction");
    assertThat(BinnedScores.of(new BinaryClassificationEvaluator(), nulls)).isEmpty();
    Dataset<Row> numbers = scored.selectExpr("label", "label AS rawPrediction");
    assertThat(BinnedScores.of(new BinaryClassificationEvaluator(), numbers)).isEmpty();
  }
}
