package org.sparkradam.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.mllib.regression.LabeledPoint;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkradam.optim.Penalty;
import org.sparkradam.table.PreparedTable;
import org.sparkradam.table.Task;
import org.sparkradam.testing.LocalSpark;

/** Whole comparisons on small tables. */
class ComparisonTest {
  private static final int STEPS = 10;

  private static final Map<Task, PreparedTable> TABLES = new EnumMap<>(Task.class);

  @TempDir static Path folder;

  @BeforeAll
  static void prepare() throws IOException {
    for (Task task : List.of(Task.BINARY, Task.MULTICLASS, Task.REGRESSION)) {
      TABLES.put(task, SmallTables.of(task, folder));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "BINARY, LOGISTIC, AUC, 0.69, 0.9",
    "BINARY, HINGE, AUC, 1, 0.9",
    "MULTICLASS, SOFTMAX, ACCURACY, 1.09, 0.6"
  })
  void classes(Task task, LinearLoss loss, Metric metric, double chance, double good) {
    ComparisonResult result = run(task, loss);
    assertThat(result.metric()).isEqualTo(metric);
    assertThat(result.labels()).isEqualTo(LabelScale.NONE);
    assertThat(result.outcomes()).hasSize(4);
    for (TrialOutcome outcome : result.outcomes()) {
      assertThat(outcome.diverged()).isFalse();
      assertThat(outcome.test().loss()).isLessThan(chance);
      assertThat(outcome.test().metric()).isGreaterThan(good);
      assertThat(outcome.training().loss()).isGreaterThan(result.optimum().training().loss());
    }
    assertCurves(result);
  }

  @Test
  void regressionReportsInTheLabelsUnit() {
    PreparedTable table = TABLES.get(Task.REGRESSION);
    ComparisonResult result = compare(table, LinearLoss.SQUARED);
    assertThat(result.metric()).isEqualTo(Metric.RMSE);
    assertThat(result.labels().mean()).isEqualTo(1000, within(50.0));
    assertThat(result.labels().deviation()).isEqualTo(220, within(40.0));
    // The noise has a deviation of 50.
    assertThat(result.optimum().test().metric()).isEqualTo(50, within(10.0));
    assertThat(result.optimum().test().loss()).isEqualTo(1250, within(500.0));
    for (TrialOutcome outcome : result.outcomes()) {
      double rmse = outcome.test().metric();
      assertThat(outcome.test().loss()).isEqualTo(rmse * rmse / 2, within(1e-6));
      assertThat(outcome.test().loss())
          .isEqualTo(lossInUnits(table, result, outcome), within(1e-6));
    }
    assertCurves(result);
  }

  /** Without any of the scaling back: labels as they are in the table, predictions unscaled. */
  private static double lossInUnits(
      PreparedTable table, ComparisonResult result, TrialOutcome outcome) {
    JavaRDD<LabeledPoint> rows = Points.of(table.test(), LabelScale.NONE);
    WeightBatch weights = WeightBatch.of(result.model(), List.of(outcome.run().last().weights()));
    double[] margin = new double[1];
    return rows.collect().stream()
        .mapToDouble(
            row -> {
              weights.margins(row.features(), margin);
              double predicted = margin[0] * result.labels().deviation() + result.labels().mean();
              return Math.pow(predicted - row.label(), 2) / 2;
            })
        .average()
        .orElseThrow();
  }

  @Test
  void sameCommandGivesTheSameNumbers() {
    ComparisonResult first = run(Task.BINARY, LinearLoss.LOGISTIC);
    ComparisonResult second = run(Task.BINARY, LinearLoss.LOGISTIC);
    assertThat(second.fingerprint()).isEqualTo(first.fingerprint());
    for (int i = 0; i < first.outcomes().size(); i++) {
      assertThat(second.outcomes().get(i).test().loss())
          .isEqualTo(first.outcomes().get(i).test().loss(), within(1e-9));
    }
  }

  /** A table this small is measured whole at every point. */
  private static void assertCurves(ComparisonResult result) {
    for (TrialOutcome outcome : result.outcomes()) {
      List<CurvePoint> curve = outcome.curve();
      assertThat(curve)
          .extracting(CurvePoint::step)
          .containsExactlyElementsOf(SnapshotPlan.over(STEPS));
      CurvePoint end = curve.get(curve.size() - 1);
      assertThat(end.test()).isEqualTo(outcome.test());
      assertThat(end.training()).isEqualTo(outcome.training());
      assertThat(end.rowsSeen()).isEqualTo(outcome.run().rowsSeen());
      assertThat(end.epoch() * result.trainingRows()).isEqualTo(STEPS * 60, within(1e-6));
      assertThat(curve.get(0).training().loss()).isGreaterThan(outcome.training().loss());
    }
  }

  private ComparisonResult run(Task task, LinearLoss loss) {
    return compare(TABLES.get(task), loss);
  }

  private static ComparisonResult compare(PreparedTable table, LinearLoss loss) {
    int cached = LocalSpark.context().getPersistentRDDs().size();
    ComparisonResult result = new Comparison(spec(loss), (trial, step) -> {}).run(table);
    assertThat(LocalSpark.context().getPersistentRDDs()).hasSize(cached);
    return result;
  }

  private static ComparisonSpec spec(LinearLoss loss) {
    return new ComparisonSpec(
        loss,
        SolverParser.parseList("radam,adam"),
        new double[] {0.3},
        new long[] {1, 2},
        60,
        new RunLimits(STEPS, Double.POSITIVE_INFINITY),
        Penalty.none(),
        2);
  }
}
