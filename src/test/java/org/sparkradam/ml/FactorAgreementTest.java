package org.sparkradam.ml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.ml.classification.FMClassificationModel;
import org.apache.spark.ml.classification.FMClassifier;
import org.apache.spark.ml.regression.FMRegressionModel;
import org.apache.spark.ml.regression.FMRegressor;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkradam.ml.internal.model.FactorWeights;

/**
 * At convergence the model is at a minimum of the objective of Spark's trainers, on raw features,
 * and not above what they find.
 */
class FactorAgreementTest {
  private static final Dataset<Row> CLASSES = ones(StageRows.classes(120, 2)).cache();
  private static final Dataset<Row> NUMBERS = ones(StageRows.numbers(120)).cache();

  /** Spark's trainers know no weights. */
  private static Dataset<Row> ones(Dataset<Row> table) {
    return table.withColumn("weight", functions.lit(1.0)).coalesce(1);
  }

  static Stream<Map<String, Object>> ofClasses() {
    return Stream.of(Map.of(), Map.of("regParam", 0.05));
  }

  static Stream<Map<String, Object>> ofNumbers() {
    return Stream.of(
        Map.of("regParam", 0.05),
        Map.of("regParam", 0.05, "fitIntercept", false),
        Map.of("regParam", 0.05, "fitLinear", false));
  }

  @ParameterizedTest
  @MethodSource
  void ofClasses(Map<String, Object> asked) {
    FMClassifier theirs = new FMClassifier().setFactorSize(2).setStepSize(0.05).setSeed(1);
    MiniBatchFMClassifier ours = new MiniBatchFMClassifier().setFactorSize(2).setMaxIter(500);
    ours.setBatchSize(1000).setNumPartitions(1).setBeta2(0.95).setStepSize(0.1);
    asked.forEach(theirs::set);
    asked.forEach(ours::set);
    FMClassificationModel expected = theirs.fit(CLASSES);
    FMClassificationModel model = ours.fit(CLASSES);
    assertMinimum(
        FactorObjective.ofClasses(CLASSES, ours.getRegParam()),
        FactorWeights.of(model.factors(), model.linear(), model.intercept()),
        FactorWeights.of(expected.factors(), expected.linear(), expected.intercept()));
  }

  @ParameterizedTest
  @MethodSource
  void ofNumbers(Map<String, Object> asked) {
    FMRegressor theirs = new FMRegressor().setFactorSize(2).setStepSize(0.05).setSeed(1);
    MiniBatchFMRegressor ours = new MiniBatchFMRegressor().setFactorSize(2).setMaxIter(500);
    ours.setBatchSize(1000).setNumPartitions(1).setBeta2(0.95).setStepSize(0.1);
    asked.forEach(theirs::set);
    asked.forEach(ours::set);
    FMRegressionModel expected = theirs.fit(NUMBERS);
    FMRegressionModel model = ours.fit(NUMBERS);
    assertMinimum(
        FactorObjective.ofNumbers(NUMBERS, ours.getRegParam()),
        FactorWeights.of(model.factors(), model.linear(), model.intercept()),
        FactorWeights.of(expected.factors(), expected.linear(), expected.intercept()));
  }

  private static void assertMinimum(
      FactorObjective objective, FactorWeights found, FactorWeights expected) {
    double value = objective.at(found);
    assertThat(value).isLessThanOrEqualTo(objective.at(expected) * (1 + 1e-4));
    assertThat(objective.gainOfMoving(found, 0.01)).isLessThanOrEqualTo(1e-4 * value);
  }
}
