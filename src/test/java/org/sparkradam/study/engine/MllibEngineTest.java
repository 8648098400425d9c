package org.sparkradam.study.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.mllib.regression.LabeledPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkradam.fit.Progress;
import org.sparkradam.fit.model.LinearKind;
import org.sparkradam.fit.model.LinearModel;
import org.sparkradam.fit.model.MllibLayout;
import org.sparkradam.mllib.PlainDescent;
import org.sparkradam.optim.Penalty;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.study.LabelScale;
import org.sparkradam.study.Samples;
import org.sparkradam.study.Trial;
import org.sparkradam.study.solver.SolverParser;
import org.sparkradam.study.solver.StochasticSolver;
import org.sparkradam.testing.CachedRdds;

class MllibEngineTest {
  private static final int ROWS = 120;
  private static final int STEPS = 8;
  private static final ComparisonSpec.RunLimits LIMITS =
      new ComparisonSpec.RunLimits(STEPS, Double.POSITIVE_INFINITY);
  private static final Progress SILENT = (where, share) -> {};

  private CachedRdds cached;

  @BeforeEach
  void seeWhatIsCached() {
    cached = CachedRdds.now();
  }

  @AfterEach
  void nothingStaysCached() {
    assertThat(cached.since()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "LOGISTIC, radam, 0.2",
    "LOGISTIC, adam-2k:preconditioningSteps=4, 1",
    "HINGE, adamw:warmup=5:schedule=cosine, 0.2",
    "SQUARED, sgd:momentum=0.9:gradientClip=0.5, 0.2",
    "SOFTMAX, radam:weightDecay=0.1, 0.2",
    // Minibatches that come out empty are no steps.
    "LOGISTIC, adam, 0.008"
  })
  void isAPlainLoopOverMllibsSamples(LinearKind loss, String solver, double fraction) {
    LinearModel model = model(loss);
    MllibLayout layout = new MllibLayout(model);
    double[] start = layout.fromModel(model.initialWeights(3));
    Penalty penalty = Penalty.none().withL1(0.01).withL2(0.02);
    Trial trial = new Trial(1, SolverParser.parse(solver), 0.05, 3);
    try (ShuffledRows rows = rows(loss)) {
      MllibEngine.Run run =
          new MllibEngine(model, penalty, fraction, LIMITS)
              .run(rows, List.of(trial), SILENT)
              .get(0);
      PlainDescent plain =
          new PlainDescent(
              layout.gradient(),
              ((StochasticSolver) trial.solver())
                  .optimizer(0.05, penalty.withFactors(layout.penaltyFactors()), STEPS, 100),
              STEPS);
      JavaRDD<LabeledPoint> shuffled = rows.forSeed(3);
      double[] expected =
          plain
              .run(start, iteration -> shuffled.sample(false, fraction, 42 + iteration).collect())
              .weights();
      assertThat(layout.fromModel(run.run().weights()))
          .containsExactly(expected, within(1e-9))
          .isNotEqualTo(start);
    }
  }

  @Test
  void trialsOfOneSeedShareStartAndMinibatches() {
    List<MllibEngine.Run> runs =
        run(
            LinearKind.LOGISTIC,
            LIMITS,
            trial(1, "sgd", 0.1, 1),
            trial(2, "sgd", 0.2, 1),
            trial(3, "sgd", 0.1, 1),
            trial(4, "sgd", 0.1, 2));
    assertThat(at(runs.get(1), 0)).isEqualTo(at(runs.get(0), 0));
    assertThat(firstGradient(runs.get(1)))
        .containsExactly(firstGradient(runs.get(0)), within(1e-9));
    assertThat(runs.get(2).run().weights())
        .containsExactly(runs.get(0).run().weights(), within(1e-9));
    assertThat(at(runs.get(3), 0)).isNotEqualTo(at(runs.get(0), 0));
    double difference = firstGradient(runs.get(3))[0] - firstGradient(runs.get(0))[0];
    assertThat(Math.abs(difference)).isGreaterThan(1e-3);
  }

  @Test
  void aTrialThatDivergesIsMarkedAndLeavesTheOthersAlone() {
    ComparisonSpec.RunLimits limits = new ComparisonSpec.RunLimits(22, Double.POSITIVE_INFINITY);
    Trial good = trial(3, "sgd", 0.1, 1);
    List<MllibEngine.Run> runs =
        run(LinearKind.SQUARED, limits, trial(1, "sgd", 1e6, 1), trial(2, "sgd", 1e40, 1), good);
    assertThat(runs.get(0).run().divergence()).get().asString().contains("above 10 times");
    assertThat(runs.get(1).run().divergence()).get().asString().contains("not finite");
    assertThat(runs.get(1).run().steps()).isLessThan(22);
    assertThat(runs.get(2).run().divergence()).isEmpty();
    MllibEngine.Run alone = run(LinearKind.SQUARED, limits, good).get(0);
    assertThat(runs.get(2).run().weights()).containsExactly(alone.run().weights(), within(1e-9));
  }

  @Test
  void snapshotsAreTakenAsPlanned() {
    ComparisonSpec.RunLimits limits = new ComparisonSpec.RunLimits(40, Double.POSITIVE_INFINITY);
    MllibEngine.Run run = run(LinearKind.LOGISTIC, limits, trial(1, "adam", 0.1, 1)).get(0);
    assertThat(run.snapshots())
        .extracting(RecordingUpdater.RecordedWeights::step)
        .containsExactlyElementsOf(SnapshotPlan.over(40))
        .hasSizeLessThan(40);
    assertThat(run.run().rowsSeen()).isEqualTo(40 * 0.25 * ROWS, within(1e-9));
    assertThat(run.rowsSeen(run.snapshots().get(1))).isEqualTo(0.25 * ROWS, within(1e-9));
    assertThat(run.run().divergence()).isEmpty();
  }

  @Test
  void theFinalWeightsAreKeptWhereMinibatchesCameOutEmpty() {
    ComparisonSpec.RunLimits limits = new ComparisonSpec.RunLimits(45, Double.POSITIVE_INFINITY);
    int unplanned = 0;
    for (long seed = 1; seed <= 4; seed++) {
      String[] told = {""};
      try (ShuffledRows rows = rows(LinearKind.LOGISTIC)) {
        MllibEngine.Run run =
            new MllibEngine(model(LinearKind.LOGISTIC), Penalty.none(), 0.008, limits)
                .run(rows, List.of(trial(1, "adam", 0.1, seed)), (where, share) -> told[0] = where)
                .get(0);
        assertThat(told[0])
            .endsWith(String.format(Locale.ROOT, "step %d of 45", run.run().steps()));
        assertThat(run.run().steps()).isBetween(10L, 40L);
        unplanned += SnapshotPlan.over(45).contains(run.run().steps()) ? 0 : 1;
      }
    }
    // Or it would be by chance that the last step has a snapshot.
    assertThat(unplanned).isPositive();
  }

  @Test
  void aTrialEndsWhenItsTimeIsOver() {
    ComparisonSpec.RunLimits limits = new ComparisonSpec.RunLimits(1_000_000, 0.3);
    MllibEngine.Run run = run(LinearKind.LOGISTIC, limits, trial(1, "adam", 0.1, 1)).get(0);
    assertThat(run.run().seconds()).isBetween(0.3, 10.0);
    assertThat(run.run().steps()).isLessThan(100_000);
    assertThat(run.run().divergence()).isEmpty();
  }

  @Test
  void progressIsToldOfEveryStepOfEveryTrial() {
    List<String> told = new ArrayList<>();
    try (ShuffledRows rows = rows(LinearKind.LOGISTIC)) {
      new MllibEngine(
              model(LinearKind.LOGISTIC),
              Penalty.none(),
              1,
              new ComparisonSpec.RunLimits(2, Double.POSITIVE_INFINITY))
          .run(
              rows,
              List.of(trial(1, "adam", 0.1, 1), trial(2, "sgd", 0.1, 1)),
              (where, share) -> told.add(where.replaceAll(" \\(.*\\)", "") + " = " + share));
    }
    assertThat(told)
        .containsExactly(
            "trial 1 of 2, step 0 of 2 = 0.0",
            "trial 1 of 2, step 1 of 2 = 0.25",
            "trial 1 of 2, step 2 of 2 = 0.5",
            "trial 2 of 2, step 0 of 2 = 0.5",
            "trial 2 of 2, step 1 of 2 = 0.75",
            "trial 2 of 2, step 2 of 2 = 1.0");
  }

  private static double[] at(MllibEngine.Run run, int snapshot) {
    return run.snapshots().get(snapshot).weights();
  }

  private static double[] firstGradient(MllibEngine.Run run) {
    double[] gradient = at(run, 0).clone();
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = (gradient[i] - at(run, 1)[i]) / run.run().trial().learningRate();
    }
    return gradient;
  }

  private static Trial trial(int id, String solver, double rate, long seed) {
    return new Trial(id, SolverParser.parse(solver), rate, seed);
  }

  private static List<MllibEngine.Run> run(
      LinearKind loss, ComparisonSpec.RunLimits limits, Trial... trials) {
    try (ShuffledRows rows = rows(loss)) {
      return new MllibEngine(model(loss), Penalty.none(), 0.25, limits)
          .run(rows, List.of(trials), SILENT);
    }
  }

  private static LinearModel model(LinearKind loss) {
    return new LinearModel(loss, Samples.FEATURES, classes(loss));
  }

  private static int classes(LinearKind loss) {
    return loss == LinearKind.SOFTMAX ? 4 : 2;
  }

  private static ShuffledRows rows(LinearKind loss) {
    List<LabeledPoint> sample = Samples.rows(loss, classes(loss), ROWS);
    return new ShuffledRows(Samples.table(sample, 2), LabelScale.NONE, 2, ROWS);
  }
}
