package org.sparkradam.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.ml.classification.LinearSVC;
import org.apache.spark.ml.classification.LinearSVCModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** At convergence the objective is that of Spark's own trainer; every other row is sparse. */
class SvcAgreementTest {
  private static final Dataset<Row> TABLE = StageRows.classes(300, 2).coalesce(1).cache();
  private static final List<Row> ROWS = TABLE.collectAsList();
  private static final double[] DEVIATIONS = new LinearDeviations(ROWS).of(StageRows.FEATURES);

  /** Unbiased, of rows that weigh 1. */
  private record LinearDeviations(List<Row> rows) {
    double[] of(int features) {
      double[] deviations = new double[features];
      for (int j = 0; j < features; j++) {
        int at = j;
        double mean = rows.stream().mapToDouble(row -> value(row, at)).average().orElseThrow();
        deviations[j] =
            Math.sqrt(
                rows.stream()
                        .mapToDouble(row -> (value(row, at) - mean) * (value(row, at) - mean))
                        .sum()
                    / (rows.size() - 1));
      }
      return deviations;
    }

    private static double value(Row row, int feature) {
      return row.<Vector>getAs("features").apply(feature);
    }
  }

  static Stream<Map<String, Object>> cases() {
    return Stream.of(
        Map.of("regParam", 0.02),
        Map.of("regParam", 0.02, "standardization", false, "weightCol", "weight"),
        Map.of("regParam", 0.05, "fitIntercept", false));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void objectiveIsSparks(Map<String, Object> asked) {
    LinearSVC theirs = new LinearSVC().setMaxIter(150).setTol(1e-7);
    MiniBatchLinearSVC ours =
        new MiniBatchLinearSVC().setBatchSize(1000).setNumPartitions(1).setMaxIter(300);
    ours.setBeta2(0.99).setStepSize(0.2);
    assertAgrees(asked, theirs, ours);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void objectiveOfLbfgsIsSparks(Map<String, Object> asked) {
    LinearSVC theirs = new LinearSVC().setMaxIter(150).setTol(1e-7);
    assertAgrees(asked, theirs, new MiniBatchLinearSVC().setSolver("lbfgs").setMaxIter(150));
  }

  private static void assertAgrees(
      Map<String, Object> asked, LinearSVC theirs, MiniBatchLinearSVC ours) {
    asked.forEach(theirs::set);
    asked.forEach(ours::set);
    LinearSVCModel expected = theirs.fit(TABLE);
    LinearSVCModel model = ours.fit(TABLE);
    assertThat(objective(model)).isCloseTo(objective(expected), within(1e-4));
    assertThat(model.intercept() == 0).isEqualTo(!ours.getFitIntercept());
  }

  /** Mean hinge, and half the squared norm of what the penalty is on. */
  private static double objective(LinearSVCModel model) {
    double sum = 0;
    double weights = 0;
    for (Row row : ROWS) {
      double weight = model.isDefined(model.weightCol()) ? row.<Double>getAs("weight") : 1;
      double margin = model.intercept() + row.<Vector>getAs("features").dot(model.coefficients());
      sum += weight * Math.max(0, 1 - (2 * row.<Double>getAs("label") - 1) * margin);
      weights += weight;
    }
    double squares = 0;
    for (int j = 0; j < StageRows.FEATURES; j++) {
      double coefficient =
          model.coefficients().apply(j) * (model.getStandardization() ? DEVIATIONS[j] : 1);
      squares += coefficient * coefficient;
    }
    return sum / weights + model.getRegParam() / 2 * squares;
  }
}
