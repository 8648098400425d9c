package org.sparkradam.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkradam.block.ScalaCollections;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.ml.internal.fit.Outcome;
import org.sparkradam.ml.internal.fit.Trained;
import org.sparkradam.testing.CachedRdds;
import org.sparkradam.testing.Logged;

/** Fits that train side by side come to what each comes to alone. */
class LockstepFitsTest {
  private static final Dataset<Row> CLASSES = StageRows.classes(300, 2).cache();
  private static final Dataset<Row> NUMBERS = StageRows.numbers(300).cache();
  private static final Kernel PORTABLE = Kernel.named("portable");

  static Stream<LockstepStage<?>> stages() {
    return Stream.<LockstepStage<?>>of(
            new MiniBatchLogisticRegression(),
            new MiniBatchLinearRegression(),
            new MiniBatchLinearSVC(),
            new MiniBatchFMClassifier().setFactorSize(2),
            new MiniBatchFMRegressor().setFactorSize(2),
            new MiniBatchMultilayerPerceptronClassifier()
                .setLayers(new int[] {StageRows.FEATURES, 5, 2}))
        .map(LockstepFitsTest::quick);
  }

  private static <S extends MiniBatchStage> S quick(S stage) {
    BudgetParams budget = stage.stageParams().budget;
    stage.set(budget.maxIter, 40);
    stage.set(budget.batchSize, 64L);
    stage.set(budget.numPartitions, 3);
    return stage;
  }

  private static Dataset<Row> table(LockstepStage<?> stage) {
    boolean numbers =
        stage instanceof MiniBatchLinearRegression || stage instanceof MiniBatchFMRegressor;
    return numbers ? NUMBERS : CLASSES;
  }

  /** All that may differ where fits step side by side, and some that may not. */
  private static List<ParamMap> maps(MiniBatchStage stage) {
    OptimizerParams rule = stage.stageParams().optimizer;
    BudgetParams budget = stage.stageParams().budget;
    List<ParamMap> maps = new ArrayList<>();
    maps.add(new ParamMap());
    maps.add(new ParamMap().put(budget.stepSize, 0.01));
    maps.add(new ParamMap().put(rule.solver, "sgd").put(rule.momentum, 0.5));
    maps.add(new ParamMap().put(rule.solver, "adamw").put(rule.weightDecay, 0.1));
    maps.add(new ParamMap().put(rule.solver, "radam-schedule-free"));
    maps.add(new ParamMap().put(rule.beta1, 0.5).put(rule.gradientClip, 0.2));
    maps.add(new ParamMap().put(rule.beta2, 0.9).put(budget.tol, 0.05));
    maps.add(new ParamMap().put(stage.stageParams().variants.warmup, "10"));
    maps.add(new ParamMap().put(budget.maxIter, 25));
    maps.add(new ParamMap().put(budget.maxIter, 0));
    maps.add(new ParamMap().put(budget.batchSize, 100L));
    maps.add(new ParamMap().put(budget.seed, 7L));
    if (stage.hasParam("regParam")) {
      maps.add(new ParamMap().put(stage.stageParams().objective.regParam, 0.1));
      maps.add(new ParamMap().put(stage.stageParams().objective.fitIntercept, false));
    }
    if (stage.hasParam("classWeight")) {
      maps.add(new ParamMap().put(stage.stageParams().objective.classWeight, "1,3"));
    }
    return maps;
  }

  @ParameterizedTest
  @MethodSource("stages")
  <M extends Model<M>> void withThePortableKernelToTheBit(LockstepStage<M> stage) {
    assertAsAlone(stage, table(stage), maps(stage));
  }

  /** Each stops when it would stop alone, and keeps the weights that are its best. */
  @ParameterizedTest
  @MethodSource("stages")
  <M extends Model<M>> void withHeldOutRowsToo(LockstepStage<M> stage) {
    stage.set(stage.stageParams().validation.validationIndicatorCol, "heldOut");
    stage.set(stage.stageParams().validation.validationInterval, 7);
    stage.set(stage.stageParams().validation.validationPatience, 2);
    Dataset<Row> table = table(stage).selectExpr("*", "pmod(hash(weight), 3) = 0 AS heldOut");
    assertAsAlone(stage, table, maps(stage));
  }

  private static <M extends Model<M>> void assertAsAlone(
      LockstepStage<M> stage, Dataset<Row> table, List<ParamMap> maps) {
    List<StageTraining<M>> trainings =
        maps.stream().map(map -> copy(stage, map).training()).toList();
    List<Outcome<Trained<M>>> together = new LockstepFits(table, PORTABLE).train(trainings);
    for (int i = 0; i < maps.size(); i++) {
      Trained<M> alone =
          new LockstepFits(table, PORTABLE).train(List.of(trainings.get(i))).get(0).orThrow();
      Trained<M> beside = together.get(i).orThrow();
      assertThat(TrainedWeights.of(beside.result()))
          .as("%s with %s", stage, maps.get(i))
          .isEqualTo(TrainedWeights.of(alone.result()));
      assertThat(beside.objectiveHistory()).isEqualTo(alone.objectiveHistory());
    }
  }

  @SuppressWarnings("unchecked") // a copy is of the same class
  private static <M extends Model<M>> LockstepStage<M> copy(LockstepStage<M> stage, ParamMap map) {
    return (LockstepStage<M>) stage.copy(map);
  }

  /** Each pass has a line in the log. */
  @Test
  void mapsThatAgreeTrainInOnePass() {
    MiniBatchLogisticRegression stage = quick(new MiniBatchLogisticRegression());
    BudgetParams budget = stage.stageParams().budget;
    ObjectiveParams objective = stage.stageParams().objective;
    ParamMap[] maps = {
      new ParamMap(),
      new ParamMap().put(budget.stepSize, 0.01).put(budget.maxIter, 20),
      new ParamMap().put(objective.regParam, 0.1).put(stage.stageParams().optimizer.solver, "sgd"),
      new ParamMap().put(budget.batchSize, 100L),
      new ParamMap().put(budget.seed, 3L),
      new ParamMap().put(objective.fitIntercept, false),
      new ParamMap().put(stage.family(), "multinomial"),
    };
    List<String> lines;
    try (Logged logged = new Logged(FitLoop.class.getName())) {
      stage.fitMultiple(CLASSES, maps);
      lines = logged.lines();
    }
    String uid = stage.uid();
    assertThat(lines)
        .containsExactlyInAnyOrder(
            uid + ", 3 fits side by side: done: 40 steps after 40 steps",
            uid + ": done: 40 steps after 40 steps",
            uid + ": done: 40 steps after 40 steps",
            uid + ": done: 40 steps after 40 steps",
            uid + ": done: 40 steps after 40 steps");
  }

  @Test
  void sparksCallForManyMapsIsTheSame() {
    MiniBatchLogisticRegression stage = quick(new MiniBatchLogisticRegression());
    ParamMap slow = new ParamMap().put(stage.stepSize(), 0.01).put(stage.predictionCol(), "said");
    List<ParamMap> maps = List.of(new ParamMap(), slow);
    CachedRdds before = CachedRdds.now();
    var models = stage.fit(CLASSES, ScalaCollections.asScala(maps));
    assertThat(before.since()).isEmpty();
    assertThat(models.size()).isEqualTo(2);
    for (int i = 0; i < 2; i++) {
      LogisticRegressionModel alone = stage.fit(CLASSES, maps.get(i));
      LogisticRegressionModel beside = models.apply(i);
      assertThat(TrainedWeights.of(beside)).containsExactly(TrainedWeights.of(alone), within(1e-9));
      assertThat(beside.uid()).isEqualTo(alone.uid());
      assertThat(beside.getPredictionCol()).isEqualTo(alone.getPredictionCol());
      assertThat(beside.summary().objectiveHistory())
          .containsExactly(alone.summary().objectiveHistory(), within(1e-9));
      assertThat(((MiniBatchLogisticRegression) beside.parent()).explainParams())
          .isEqualTo(((MiniBatchLogisticRegression) alone.parent()).explainParams());
    }
  }

  /** What was trained beside others is handed out once: the next fit trains. */
  @Test
  void aModelsStageTrainsAnew() {
    MiniBatchLogisticRegression stage = quick(new MiniBatchLogisticRegression());
    LogisticRegressionModel model = stage.fitMultiple(CLASSES, new ParamMap()).get(0);
    MiniBatchLogisticRegression parent = (MiniBatchLogisticRegression) model.parent();
    double[] other = TrainedWeights.of(parent.fit(CLASSES.filter("weight > 1")));
    assertThat(other).isNotEqualTo(TrainedWeights.of(model));
  }

  @Test
  void oneThatDivergesDoesNotHarmTheOthers() {
    MiniBatchLinearRegression stage = quick(new MiniBatchLinearRegression()).setSolver("sgd");
    ParamMap wild = new ParamMap().put(stage.stepSize(), 1e20).put(stage.maxIter(), 300);
    ParamMap[] maps = {new ParamMap(), wild, new ParamMap().put(stage.regParam(), 0.1)};
    LockstepModels<LinearRegressionModel> models = LockstepModels.of(stage, NUMBERS, maps);
    for (int i : new int[] {0, 2}) {
      assertThat(TrainedWeights.of(models.model(i)))
          .containsExactly(TrainedWeights.of(stage.fit(NUMBERS, maps[i])), within(1e-9));
    }
    assertThatThrownBy(() -> models.model(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("stepSize must be lower than 1.0E20");
    assertThatThrownBy(() -> stage.fitMultiple(NUMBERS, maps))
        .hasMessageContaining("stepSize must be lower than 1.0E20");
  }

  /** Whoever is told of one fit alone has it alone. */
  @Test
  void checkpointsAndMetricsAreOfOneFitEach(@TempDir Path folder) throws IOException {
    MiniBatchLogisticRegression stage = quick(new MiniBatchLogisticRegression());
    stage.setMetricsPath(folder.resolve("metrics").toString());
    stage.setCheckpointDir(folder.resolve("checkpoints").toString()).setCheckpointInterval(10);
    ParamMap slow = new ParamMap().put(stage.stepSize(), 0.01);
    List<LogisticRegressionModel> models = stage.fitMultiple(CLASSES, new ParamMap(), slow);
    assertThat(TrainedWeights.of(models.get(1)))
        .isEqualTo(TrainedWeights.of(stage.fit(CLASSES, slow)));
    try (Stream<Path> files = Files.list(folder.resolve("metrics"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".jsonl"))).hasSize(3);
    }
  }

  @Test
  void aMapThatCannotBeIsSaidBeforeAnythingTrains() {
    MiniBatchLogisticRegression stage = quick(new MiniBatchLogisticRegression());
    ParamMap wrong = new ParamMap().put(stage.labelCol(), "lable");
    assertThatThrownBy(() -> stage.fitMultiple(CLASSES, new ParamMap(), wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lable");
    assertThat(stage.fitMultiple(CLASSES)).isEmpty();
  }

  @Test
  void anInitialModelIsWhereEachGoesOnFrom() {
    MiniBatchLogisticRegression stage = quick(new MiniBatchLogisticRegression());
    stage.setInitialModel(stage.fit(CLASSES));
    ParamMap none = new ParamMap().put(stage.maxIter(), 0);
    ParamMap slow = new ParamMap().put(stage.stepSize(), 0.01);
    List<LogisticRegressionModel> models = stage.fitMultiple(CLASSES, none, slow);
    assertThat(TrainedWeights.of(models.get(0)))
        .containsExactly(TrainedWeights.of(stage.fit(CLASSES, none)), within(1e-9));
    assertThat(TrainedWeights.of(models.get(1)))
        .containsExactly(TrainedWeights.of(stage.fit(CLASSES, slow)), within(1e-9));
  }
}
