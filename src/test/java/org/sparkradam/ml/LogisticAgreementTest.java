package org.sparkradam.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** At convergence the model is the one that Spark's own trainer finds. */
class LogisticAgreementTest {
  private static final Dataset<Row> BINARY = StageRows.classes(300, 2).cache();
  private static final Dataset<Row> THREE = StageRows.classes(300, 3).cache();

  /** A model that both are asked for. */
  record Case(Dataset<Row> table, Map<String, Object> params) {
    @Override
    public String toString() {
      return (table == BINARY ? "binary " : "three classes ") + params;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case(BINARY, Map.of()),
        new Case(BINARY, Map.of("weightCol", "weight", "regParam", 0.05)),
        new Case(BINARY, Map.of("fitIntercept", false, "regParam", 0.01)),
        new Case(BINARY, Map.of("regParam", 0.1, "elasticNetParam", 1.0)),
        new Case(BINARY, Map.of("regParam", 0.05, "elasticNetParam", 0.5)),
        new Case(
            BINARY, Map.of("regParam", 0.03, "elasticNetParam", 0.5, "standardization", false)),
        new Case(BINARY, Map.of("family", "multinomial", "regParam", 0.02)),
        new Case(THREE, Map.of()),
        new Case(THREE, Map.of("regParam", 0.02, "weightCol", "weight")),
        new Case(THREE, Map.of("regParam", 0.05, "elasticNetParam", 1.0)),
        new Case(THREE, Map.of("regParam", 0.02, "fitIntercept", false)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsSparksModel(Case asked) {
    LogisticRegression theirs = new LogisticRegression().setMaxIter(500).setTol(1e-12);
    MiniBatchLogisticRegression ours =
        new MiniBatchLogisticRegression()
            .setBatchSize(1_000_000)
            .setNumPartitions(1)
            .setMaxIter(250)
            .setBeta2(0.99)
            .setStepSize(0.3);
    assertAgrees(asked, theirs, ours, 2e-3);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void lbfgsFindsSparksModel(Case asked) {
    LogisticRegression theirs = new LogisticRegression().setMaxIter(500).setTol(1e-12);
    MiniBatchLogisticRegression ours =
        new MiniBatchLogisticRegression().setSolver("lbfgs").setMaxIter(500).setTol(1e-12);
    assertAgrees(asked, theirs, ours, 2e-5);
  }

  private static void assertAgrees(
      Case asked, LogisticRegression theirs, MiniBatchLogisticRegression ours, double tolerance) {
    asked.params().forEach(theirs::set);
    asked.params().forEach(ours::set);
    LogisticRegressionModel expected = theirs.fit(asked.table());
    LogisticRegressionModel model = ours.fit(asked.table());
    double[] expectedCoefficients = expected.coefficientMatrix().toArray();
    double[] coefficients = model.coefficientMatrix().toArray();
    for (int i = 0; i < coefficients.length; i++) {
      double right = expectedCoefficients[i];
      assertThat(coefficients[i]).isCloseTo(right, within(tolerance * (0.1 + Math.abs(right))));
      assertThat(coefficients[i] == 0).isEqualTo(right == 0);
    }
    assertThat(model.interceptVector().toArray())
        .containsExactly(expected.interceptVector().toArray(), within(tolerance));
    assertThat(model.numClasses()).isEqualTo(expected.numClasses());
  }
}
