package org.sparkradam.study.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkradam.fit.Progress;
import org.sparkradam.fit.model.FactorizationModel;
import org.sparkradam.fit.model.LinearKind;
import org.sparkradam.fit.model.LinearModel;
import org.sparkradam.fit.model.ModelSpec;
import org.sparkradam.fit.model.PerceptronModel;
import org.sparkradam.study.ComparisonResult;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.study.Curve;
import org.sparkradam.study.LabelScale;
import org.sparkradam.study.Specs;
import org.sparkradam.study.TrialOutcome;
import org.sparkradam.table.PreparedTable;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.read.Task;
import org.sparkradam.testing.CachedRdds;
import org.sparkradam.testing.SmallTables;
import org.sparkradam.train.Resumption;
import org.sparkradam.train.checkpoint.CheckpointFolder;
import org.sparkradam.train.evaluation.Metric;

/** Whole comparisons on small tables. */
class ComparisonTest {
  private static final int STEPS = 10;

  /** Two numbers, three categories and a place for others. */
  private static final int FEATURES = 6;

  private static final Map<Task, PreparedTable> TABLES = new EnumMap<>(Task.class);

  @TempDir static Path folder;

  @BeforeAll
  static void prepare() throws IOException {
    for (Task task : List.of(Task.BINARY, Task.MULTICLASS, Task.REGRESSION)) {
      TABLES.put(task, new SmallTables(folder).prepared(task));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MINIBATCH, BINARY, LOGISTIC, AUC, 0.69, 0.9",
    "MINIBATCH, BINARY, HINGE, AUC, 1, 0.9",
    "MINIBATCH, MULTICLASS, SOFTMAX, ACCURACY, 1.09, 0.6",
    "MLLIB, BINARY, LOGISTIC, AUC, 0.69, 0.9",
    "MLLIB, BINARY, HINGE, AUC, 1, 0.9",
    "MLLIB, MULTICLASS, SOFTMAX, ACCURACY, 1.09, 0.6"
  })
  void classes(
      ComparisonSpec.EngineKind engine,
      Task task,
      LinearKind loss,
      Metric metric,
      double chance,
      double good) {
    ComparisonResult result = compare(TABLES.get(task), engine, loss);
    assertThat(result.metric()).isEqualTo(metric);
    assertThat(result.data().labels()).isEqualTo(LabelScale.NONE);
    assertThat(result.outcomes()).hasSize(4);
    for (TrialOutcome outcome : result.outcomes()) {
      assertThat(outcome.diverged()).isFalse();
      assertThat(outcome.test().loss()).isLessThan(chance);
      assertThat(outcome.test().metric()).isGreaterThan(good);
      assertThat(outcome.training().loss()).isGreaterThan(result.optimum().training().loss());
    }
    assertCurves(result);
  }

  @ParameterizedTest
  @EnumSource(ComparisonSpec.EngineKind.class)
  void regressionReportsInTheLabelsUnit(ComparisonSpec.EngineKind engine) {
    PreparedTable table = TABLES.get(Task.REGRESSION);
    ComparisonResult result = compare(table, engine, LinearKind.SQUARED);
    assertThat(result.metric()).isEqualTo(Metric.RMSE);
    assertThat(result.data().labels().mean()).isEqualTo(1000, within(50.0));
    assertThat(result.data().labels().deviation()).isEqualTo(220, within(40.0));
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
    double[] weights = outcome.run().weights();
    LabelScale labels = result.data().labels();
    return ShuffledRows.points(table.test(), LabelScale.NONE).collect().stream()
        .mapToDouble(
            row -> {
              double margin = 0;
              for (int j = 0; j < weights.length; j++) {
                margin += weights[j] * row.features().apply(j);
              }
              double predicted = margin * labels.deviation() + labels.mean();
              return Math.pow(predicted - row.label(), 2) / 2;
            })
        .average()
        .orElseThrow();
  }

  @Test
  void sameCommandGivesTheSameBits() {
    PreparedTable table = TABLES.get(Task.BINARY);
    ComparisonResult first =
        compare(table, ComparisonSpec.EngineKind.MINIBATCH, LinearKind.LOGISTIC);
    ComparisonResult second =
        compare(table, ComparisonSpec.EngineKind.MINIBATCH, LinearKind.LOGISTIC);
    assertThat(second.data()).isEqualTo(first.data());
    assertThat(second.optimum().test()).isEqualTo(first.optimum().test());
    for (int i = 0; i < first.outcomes().size(); i++) {
      assertThat(second.outcomes().get(i).run().weights())
          .isEqualTo(first.outcomes().get(i).run().weights());
      assertThat(second.outcomes().get(i).test()).isEqualTo(first.outcomes().get(i).test());
    }
  }

  @Test
  void mllibGivesTheSameNumbersUpToTheOrderOfItsSums() {
    PreparedTable table = TABLES.get(Task.BINARY);
    ComparisonResult first = compare(table, ComparisonSpec.EngineKind.MLLIB, LinearKind.LOGISTIC);
    ComparisonResult second = compare(table, ComparisonSpec.EngineKind.MLLIB, LinearKind.LOGISTIC);
    assertThat(second.data()).isEqualTo(first.data());
    for (int i = 0; i < first.outcomes().size(); i++) {
      assertThat(second.outcomes().get(i).test().loss())
          .isEqualTo(first.outcomes().get(i).test().loss(), within(1e-9));
    }
  }

  static Stream<Arguments> otherModels() {
    return Stream.of(
        Arguments.of(Task.BINARY, new FactorizationModel(LinearKind.LOGISTIC, FEATURES, 3), 0.69),
        Arguments.of(
            Task.REGRESSION, new FactorizationModel(LinearKind.SQUARED, FEATURES, 3), 24_000),
        Arguments.of(Task.BINARY, new PerceptronModel(List.of(FEATURES, 4, 2)), 0.69),
        Arguments.of(Task.MULTICLASS, new PerceptronModel(List.of(FEATURES, 6, 4, 3)), 1.1));
  }

  @ParameterizedTest
  @MethodSource("otherModels")
  void modelsThatMllibsDescentHasNoGradientOf(Task task, ModelSpec model, double chance) {
    ComparisonSpec spec =
        Specs.of(model, "radam,adam", new double[] {0.1}, new long[] {1, 2}, 60, 60);
    ComparisonResult result = run(TABLES.get(task), spec, Optional.empty());
    assertThat(result.model().referenceName()).isEqualTo("best by L-BFGS");
    assertThat(result.optimum().training().loss()).isLessThan(chance);
    for (TrialOutcome outcome : result.outcomes()) {
      double start = outcome.curve().get(0).training().loss();
      assertThat(outcome.training().loss()).isLessThan(start);
    }
  }

  @Test
  void lbfgsIsASolverLikeAnother() {
    ModelSpec model = new LinearModel(LinearKind.LOGISTIC, FEATURES, 2);
    ComparisonSpec spec =
        Specs.of(model, "lbfgs:maxIter=15,sgd", new double[] {0.3}, new long[] {1, 2}, 60, STEPS);
    ComparisonResult result = run(TABLES.get(Task.BINARY), spec, Optional.empty());
    assertThat(result.outcomes())
        .extracting(outcome -> outcome.trial().title())
        .containsExactly(
            "sgd, learning rate 0.3, seed 1",
            "lbfgs:maxIter=15, seed 1",
            "sgd, learning rate 0.3, seed 2",
            "lbfgs:maxIter=15, seed 2");
    for (int i : new int[] {1, 3}) {
      TrialOutcome outcome = result.outcomes().get(i);
      assertThat(outcome.training().loss())
          .isEqualTo(result.optimum().training().loss(), within(1e-4));
      assertThat(outcome.run().steps()).isBetween(3L, 15L);
      assertThat(outcome.curve().get(0).step()).isZero();
      Curve.Point end = outcome.curve().get(outcome.curve().size() - 1);
      assertThat(end.step()).isEqualTo(outcome.run().steps());
      assertThat(end.training()).isEqualTo(outcome.training());
      assertThat(outcome.run().rowsSeen())
          .isGreaterThanOrEqualTo(outcome.run().steps() * result.data().trainingRows());
    }
  }

  @Test
  void aResumedComparisonIsTheOneThatNeverStopped(@TempDir Path checkpoints) {
    ModelSpec model = new LinearModel(LinearKind.LOGISTIC, FEATURES, 2);
    ComparisonSpec spec =
        Specs.of(model, "radam,sgd,lbfgs", new double[] {0.3}, new long[] {1, 2}, 60, STEPS);
    PreparedTable table = TABLES.get(Task.BINARY);
    ComparisonResult whole = run(table, spec, Optional.empty());
    Progress dies =
        (where, share) -> {
          if (where.startsWith("step 7 ")) {
            throw new IllegalStateException("the driver dies here");
          }
        };
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                new Comparison(
                        spec,
                        ComparisonSpec.Reference.OPTIMUM,
                        dies,
                        plan(checkpoints, CheckpointPlan.Start.ANEW))
                    .run(table));
    Told told = new Told();
    ComparisonResult resumed =
        new Comparison(
                spec,
                ComparisonSpec.Reference.OPTIMUM,
                told,
                plan(checkpoints, CheckpointPlan.Start.RESUMED))
            .run(table);
    assertThat(told.all.get(0))
        .startsWith("resuming from file:" + checkpoints + "/step-000000000006-")
        .endsWith(".checkpoint: step 6 of 10 done, 4 left");
    assertThat(told.all.get(1)).startsWith("step 6 ");
    for (int i = 0; i < whole.outcomes().size(); i++) {
      TrialOutcome expected = whole.outcomes().get(i);
      TrialOutcome actual = resumed.outcomes().get(i);
      assertThat(actual.run().weights()).isEqualTo(expected.run().weights());
      assertThat(actual.test()).isEqualTo(expected.test());
      assertThat(actual.curve())
          .usingRecursiveFieldByFieldElementComparatorIgnoringFields("seconds")
          .isEqualTo(expected.curve());
    }
    assertThat(resumed.optimum().test()).isEqualTo(whole.optimum().test());
  }

  /** Of what L-BFGS has begun it is said how far it is; a run without a checkpoint says so. */
  @Test
  void lbfgsSaysFromWhereItGoesOn(@TempDir Path checkpoints) {
    ModelSpec model = new LinearModel(LinearKind.LOGISTIC, FEATURES, 2);
    ComparisonSpec spec =
        Specs.of(model, "lbfgs:tol=0", new double[] {0.3}, new long[] {1}, 60, STEPS);
    Told first =
        new Told() {
          @Override
          public void afterTrials(String what) {
            if (what.endsWith("iteration 11")) {
              throw new IllegalStateException("the driver dies here");
            }
          }
        };
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                new Comparison(
                        spec,
                        ComparisonSpec.Reference.OPTIMUM,
                        first,
                        plan(checkpoints, CheckpointPlan.Start.RESUMED))
                    .run(TABLES.get(Task.BINARY)));
    assertThat(first.all)
        .containsExactly(
            "no checkpoint to resume from in file:" + checkpoints + ": beginning at the start");
    Told second = new Told();
    new Comparison(
            spec,
            ComparisonSpec.Reference.OPTIMUM,
            second,
            plan(checkpoints, CheckpointPlan.Start.RESUMED))
        .run(TABLES.get(Task.BINARY));
    assertThat(second.all.get(0)).endsWith(", iteration 10 of 200 done, 190 left");
  }

  private static class Told implements Progress {
    final List<String> all = new ArrayList<>();

    @Override
    public void resumed(Resumption resumption) {
      all.add(resumption.toString());
    }

    @Override
    public void training(String where, double share) {
      all.add(where);
    }
  }

  @Test
  void checkpointsOfAnotherRunAreRefused(@TempDir Path checkpoints) {
    ModelSpec model = new LinearModel(LinearKind.LOGISTIC, FEATURES, 2);
    double[] rates = {0.3};
    ComparisonSpec spec = Specs.of(model, "radam", rates, new long[] {1}, 60, STEPS);
    run(TABLES.get(Task.BINARY), spec, plan(checkpoints, CheckpointPlan.Start.ANEW));
    ComparisonSpec other = Specs.of(model, "adam", rates, new long[] {1}, 60, STEPS);
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(
            () ->
                run(
                    TABLES.get(Task.BINARY),
                    other,
                    plan(checkpoints, CheckpointPlan.Start.RESUMED)))
        .withMessageContaining("solvers was [radam] there and is [adam] now");
    Comparison study =
        new Comparison(
            spec,
            ComparisonSpec.Reference.NONE,
            (where, share) -> {},
            plan(checkpoints, CheckpointPlan.Start.RESUMED));
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> study.run(TABLES.get(Task.BINARY)))
        .withMessageContaining("reference was optimum there and is none now");
  }

  private static Optional<CheckpointPlan> plan(Path folder, CheckpointPlan.Start start) {
    return Optional.of(
        new CheckpointPlan(new CheckpointFolder(new Configuration(), folder.toString()), 2, start));
  }

  /** A table this small is measured whole at every point. */
  private static void assertCurves(ComparisonResult result) {
    for (TrialOutcome outcome : result.outcomes()) {
      List<Curve.Point> curve = outcome.curve();
      assertThat(curve)
          .extracting(Curve.Point::step)
          .containsExactlyElementsOf(SnapshotPlan.over(STEPS));
      Curve.Point end = curve.get(curve.size() - 1);
      assertThat(end.test()).isEqualTo(outcome.test());
      assertThat(end.training()).isEqualTo(outcome.training());
      assertThat(end.rowsSeen()).isEqualTo(outcome.run().rowsSeen());
      assertThat(end.epoch() * result.data().trainingRows())
          .isEqualTo(outcome.run().rowsSeen(), within(1e-6));
      assertThat(curve.get(0).training().loss()).isGreaterThan(outcome.training().loss());
    }
  }

  private static ComparisonResult compare(
      PreparedTable table, ComparisonSpec.EngineKind engine, LinearKind kind) {
    int classes = Math.max(2, table.classNames().size());
    return compare(table, engine, new LinearModel(kind, FEATURES, classes));
  }

  private static ComparisonResult compare(
      PreparedTable table, ComparisonSpec.EngineKind engine, ModelSpec model) {
    ComparisonSpec spec =
        Specs.of(model, "radam,adam", new double[] {0.3}, new long[] {1, 2}, 60, STEPS);
    return run(table, Specs.by(engine, spec), Optional.empty());
  }

  private static ComparisonResult run(
      PreparedTable table, ComparisonSpec spec, Optional<CheckpointPlan> plan) {
    CachedRdds cached = CachedRdds.now();
    ComparisonResult result =
        new Comparison(spec, ComparisonSpec.Reference.OPTIMUM, (where, share) -> {}, plan)
            .run(table);
    assertThat(cached.since()).isEmpty();
    return result;
  }
}
