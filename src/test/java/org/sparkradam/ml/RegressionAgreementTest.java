package org.sparkradam.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** At convergence the model is the one that Spark's own trainer finds. */
class RegressionAgreementTest {
  private static final Dataset<Row> TABLE = StageRows.numbers(300).cache();

  static Stream<Map<String, Object>> cases() {
    return Stream.of(
        Map.of(),
        Map.of("weightCol", "weight", "regParam", 0.5),
        Map.of("fitIntercept", false, "regParam", 0.1),
        Map.of("regParam", 1.0, "elasticNetParam", 1.0),
        Map.of("regParam", 0.5, "elasticNetParam", 0.5),
        Map.of("regParam", 0.3, "elasticNetParam", 0.5, "standardization", false),
        Map.of("loss", "huber"),
        Map.of("loss", "huber", "epsilon", 1.8, "regParam", 0.05, "weightCol", "weight"),
        Map.of("loss", "huber", "regParam", 0.05, "standardization", false));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsSparksModel(Map<String, Object> asked) {
    LinearRegression theirs =
        new LinearRegression().setSolver("l-bfgs").setMaxIter(500).setTol(1e-12);
    MiniBatchLinearRegression ours =
        new MiniBatchLinearRegression()
            .setBatchSize(1_000_000)
            .setNumPartitions(1)
            .setMaxIter(250)
            .setBeta2(0.99)
            .setStepSize(0.3);
    assertAgrees(asked, theirs, ours, 1);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void lbfgsFindsSparksModel(Map<String, Object> asked) {
    LinearRegression theirs =
        new LinearRegression().setSolver("l-bfgs").setMaxIter(500).setTol(1e-12);
    MiniBatchLinearRegression ours =
        new MiniBatchLinearRegression().setSolver("lbfgs").setMaxIter(500).setTol(1e-12);
    assertAgrees(asked, theirs, ours, 0.01);
  }

  private static void assertAgrees(
      Map<String, Object> asked,
      LinearRegression theirs,
      MiniBatchLinearRegression ours,
      double closeness) {
    asked.forEach(theirs::set);
    asked.forEach(ours::set);
    LinearRegressionModel expected = theirs.fit(TABLE);
    LinearRegressionModel model = ours.fit(TABLE);
    for (int j = 0; j < StageRows.FEATURES; j++) {
      double right = expected.coefficients().apply(j);
      double found = model.coefficients().apply(j);
      assertThat(found).isCloseTo(right, within(closeness * 2e-3 * (0.1 + Math.abs(right))));
      assertThat(found == 0).isEqualTo(right == 0);
    }
    assertThat(model.intercept()).isCloseTo(expected.intercept(), within(closeness * 0.01));
    assertThat(model.scale())
        .isCloseTo(expected.scale(), within(closeness * 5e-3 * expected.scale()));
  }
}
