package org.sparkradam.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkradam.optim.Averaged;
import org.sparkradam.optim.NamedRule;
import org.sparkradam.optim.NamedRules;
import org.sparkradam.optim.RAdam;
import org.sparkradam.optim.UpdateRule;

/** Stages train with every rule of the table, and with a user's own. */
class StageRuleTest {
  private static final Dataset<Row> TABLE = StageRows.classes(1000, 3);

  static Stream<String> solvers() {
    return NamedRules.ofStages().stream().map(NamedRule::name);
  }

  private static MiniBatchLogisticRegression stage(String solver) {
    return new MiniBatchLogisticRegression()
        .setSolver(solver)
        .setMaxIter(60)
        .setNumPartitions(3)
        .setBatchSize(64);
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void everyRuleComesNearTheOptimum(String solver) {
    LogisticRegressionModel best = new LogisticRegression().fit(TABLE);
    LogisticRegressionModel model = stage(solver).setMaxIter(600).fit(TABLE);
    assertThat(model.evaluate(TABLE).accuracy())
        .isGreaterThan(best.evaluate(TABLE).accuracy() - 0.02);
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void aFitThatDiedGoesOnWithTheSameBits(String solver, @TempDir Path folder) {
    LogisticRegressionModel whole = stage(solver).fit(TABLE);
    assertResumes(stage(solver), whole, folder);
  }

  @Test
  void soDoesOneOfARuleOfOnesOwn(@TempDir Path folder) {
    UpdateRule rule = new Averaged(RAdam.defaults(), 20);
    MiniBatchLogisticRegression stage =
        new MiniBatchLogisticRegression().setMaxIter(60).setNumPartitions(3).setUpdateRule(rule);
    assertResumes(stage, stage.fit(TABLE), folder);
  }

  private static void assertResumes(
      MiniBatchLogisticRegression stage, LogisticRegressionModel whole, Path folder) {
    stage.setCheckpointDir(folder.toString()).setCheckpointInterval(10);
    stage.setTrainingListener(
        state -> {
          if (state.step() == 37) {
            throw new IllegalStateException("the driver died");
          }
        });
    assertThatThrownBy(() -> stage.fit(TABLE)).hasMessage("the driver died");
    assertThat(folder).isNotEmptyDirectory();
    LogisticRegressionModel resumed = stage.setTrainingListener(null).fit(TABLE);
    assertThat(resumed.coefficientMatrix()).isEqualTo(whole.coefficientMatrix());
    assertThat(folder).isEmptyDirectory();
  }

  /** What another one has left is another fit's. */
  @Test
  void aRuleOfOnesOwnIsPartOfWhatACheckpointIsOf(@TempDir Path folder) {
    MiniBatchLogisticRegression stage =
        new MiniBatchLogisticRegression()
            .setMaxIter(60)
            .setCheckpointDir(folder.toString())
            .setCheckpointInterval(10);
    for (long from : new long[] {1, 2}) {
      stage.setUpdateRule(new Averaged(RAdam.defaults(), from));
      stage.setTrainingListener(
          state -> {
            if (state.step() == 37) {
              throw new IllegalStateException("the driver died");
            }
          });
      assertThatThrownBy(() -> stage.fit(TABLE)).hasMessage("the driver died");
    }
    assertThat(folder.toFile().list()).hasSize(2);
  }

  /** Of held-out rows, too, what counts is the average. */
  @Test
  void withHeldOutRowsTheBestAverageIsTheModel() {
    Dataset<Row> held = TABLE.withColumn("held", functions.expr("hash(features) % 5 = 0"));
    MiniBatchLogisticRegression stage =
        stage("radam-schedule-free")
            .setValidationIndicatorCol("held")
            .setValidationInterval(60)
            .setValidationPatience(100);
    LogisticRegressionModel best = stage.fit(held);
    LogisticRegressionModel last =
        stage("radam-schedule-free").fit(held.where("NOT held").drop("held"));
    assertThat(best.coefficientMatrix()).isEqualTo(last.coefficientMatrix());
  }

  @Test
  void scheduleFreeGoesWithoutASchedule() {
    LogisticRegressionModel otherwise = stage("radam-schedule-free").fit(TABLE);
    assertThat(stage("radam-schedule-free").setSchedule("constant").fit(TABLE).coefficientMatrix())
        .isEqualTo(otherwise.coefficientMatrix());
    assertThat(stage("radam-schedule-free").setSchedule("cosine").fit(TABLE).coefficientMatrix())
        .isNotEqualTo(otherwise.coefficientMatrix());
    assertThat(stage("radam").setSchedule("cosine").fit(TABLE).coefficientMatrix())
        .isEqualTo(stage("radam").fit(TABLE).coefficientMatrix());
  }

  @Test
  void aSettingThatIsNotSetIsTheRulesOwn() {
    LogisticRegressionModel otherwise = stage("adabelief").fit(TABLE);
    assertThat(stage("adabelief").setAdamEpsilon(1e-16).fit(TABLE).coefficientMatrix())
        .isEqualTo(otherwise.coefficientMatrix());
    assertThat(stage("adabelief").setAdamEpsilon(1e-3).fit(TABLE).coefficientMatrix())
        .isNotEqualTo(otherwise.coefficientMatrix());
    assertThat(stage("nadam").setMomentumDecay(0).fit(TABLE).coefficientMatrix())
        .isNotEqualTo(stage("nadam").fit(TABLE).coefficientMatrix());
  }

  @Test
  void ratesScaleByTheRootOfTheMinibatch() {
    assertThat(stage("lamb").setStepSize(0.02).setScaleRateFrom(16).fit(TABLE).coefficientMatrix())
        .isEqualTo(stage("lamb").setStepSize(0.04).fit(TABLE).coefficientMatrix());
  }

  @Test
  void whatDoesNotGoTogetherIsRefusedBeforeAnyJob() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage("lamb").setSparseStep("lazy").fit(TABLE))
        .withMessage("sparseStep must be dense with solver lamb, whose steps need all weights");
    MiniBatchLogisticRegression own =
        new MiniBatchLogisticRegression().setUpdateRule(new Averaged(RAdam.defaults(), 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> own.setSparseStep("lazy").fit(TABLE))
        .withMessage(
            "sparseStep must be dense with the rule of setUpdateRule, whose steps need all weights");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> stage("radam-schedule-free").setRegParam(0.1).setElasticNetParam(0.5).fit(TABLE))
        .withMessage("l1 of schedule-free RAdam must be 0, but was 0.05");
  }
}
