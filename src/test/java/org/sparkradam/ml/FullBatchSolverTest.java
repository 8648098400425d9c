package org.sparkradam.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkradam.train.TrainingState;

/** The solver lbfgs of linear stages: what it takes, what it tells, and that its bits repeat. */
class FullBatchSolverTest {
  private static final Dataset<Row> TABLE = StageRows.classes(400, 2).cache();

  private static MiniBatchLogisticRegression stage() {
    return new MiniBatchLogisticRegression().setSolver("lbfgs").setRegParam(0.01);
  }

  @Test
  void givesTheSameBitsOnTheDriverAndOnExecutors() {
    LogisticRegressionModel driver = stage().setTrainOn("driver").fit(TABLE);
    LogisticRegressionModel executors = stage().setTrainOn("executors").fit(TABLE);
    assertThat(driver.coefficients()).isEqualTo(executors.coefficients());
    assertThat(driver.intercept()).isEqualTo(executors.intercept());
  }

  @Test
  void endsWhereThereIsNothingMoreToGain() {
    List<Long> steps = new ArrayList<>();
    MiniBatchLogisticRegression stage = stage();
    stage.setTrainingListener(state -> steps.add(state.step()));
    double[] objectives = stage.fit(TABLE).summary().objectiveHistory();
    assertThat(objectives).hasSizeBetween(4, 50);
    assertThat(steps.get(steps.size() - 1)).isEqualTo(objectives.length - 1L);
    for (int i = 1; i < objectives.length; i++) {
      assertThat(objectives[i]).isLessThan(objectives[i - 1]);
    }
  }

  @Test
  void endsAfterMaxIter() {
    assertThat(stage().setMaxIter(3).fit(TABLE).summary().objectiveHistory()).hasSize(4);
    LogisticRegressionModel start = stage().setMaxIter(0).fit(TABLE);
    assertThat(start.coefficients().toArray()).containsOnly(0);
  }

  @Test
  void goesOnFromAModel() {
    LogisticRegressionModel first = stage().setTol(1e-10).fit(TABLE);
    double[] again =
        stage().setInitialModel(first).setTol(1e-10).fit(TABLE).summary().objectiveHistory();
    double[] history = first.summary().objectiveHistory();
    assertThat(again.length).isLessThan(history.length);
    assertThat(again[0]).isCloseTo(history[history.length - 1], within(1e-12));
  }

  /** More iterations would only lower the training loss. */
  @Test
  void keepsTheWeightsThatAreBestOnHeldOutRows() {
    Dataset<Row> noise =
        StageRows.classes(60, 2).withColumn("held", functions.rand(3).gt(0.5)).cache();
    List<TrainingState> states = new ArrayList<>();
    MiniBatchLogisticRegression stage =
        new MiniBatchLogisticRegression()
            .setSolver("lbfgs")
            .setTol(0)
            .setValidationIndicatorCol("held")
            .setValidationPatience(2);
    stage.setTrainingListener(states::add);
    LogisticRegressionModel model = stage.fit(noise);
    assertThat(model.coefficients().toArray()).doesNotContain(Double.NaN);
    assertThat(states.size()).isLessThan(100);
  }

  @Test
  void writesMetrics(@TempDir Path folder) throws IOException {
    LogisticRegressionModel model = stage().setMetricsPath(folder.toString()).fit(TABLE);
    try (Stream<Path> files = Files.list(folder)) {
      List<String> lines =
          Files.readAllLines(
              files.filter(f -> f.toString().endsWith(".jsonl")).findFirst().orElseThrow());
      assertThat(lines).hasSize(model.summary().objectiveHistory().length + 2);
      assertThat(lines.get(0)).contains("lbfgs").doesNotContain("stepSize");
      assertThat(lines.get(lines.size() - 1)).contains("converged");
    }
  }

  @ParameterizedTest
  @CsvSource({"stepSize, 0.1", "batchSize, 100", "beta2, 0.9", "checkpointDir, x", "warmup, 10"})
  void refusesWhatItHasNot(String param, String value) {
    MiniBatchLogisticRegression stage = stage();
    boolean text = param.equals("checkpointDir") || param.equals("warmup");
    Object typed = text ? value : param.equals("batchSize") ? (Object) 100L : Double.valueOf(value);
    stage.set(stage.getParam(param), typed);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage.fit(TABLE))
        .withMessageStartingWith(param + " must not be set with solver lbfgs");
  }

  @Test
  void isNoSolverOfOtherModels() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MiniBatchFMClassifier().setSolver("lbfgs"))
        .withMessageContaining(
            "radam, adam, adamw, sgd, nadam, lamb, adabelief, radam-schedule-free")
        .withMessageContaining("lbfgs");
  }
}
