package org.sparkradam.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.feature.MinMaxScaler;
import org.apache.spark.ml.feature.MinMaxScalerModel;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.testing.CachedRdds;

/** Cross-validation in lock-step is Spark's, only sooner done. */
class MiniBatchCrossValidatorTest {
  private static final Dataset<Row> CLASSES = StageRows.classes(300, 2).cache();
  private static final Dataset<Row> NUMBERS = StageRows.numbers(200).cache();

  private final MiniBatchLogisticRegression stage =
      new MiniBatchLogisticRegression().setMaxIter(30).setBatchSize(64).setNumPartitions(2);

  private ParamMap[] rates() {
    return new ParamGridBuilder()
        .addGrid(stage.stepSize(), new double[] {0.001, 0.1})
        .addGrid(stage.regParam(), new double[] {0, 0.1})
        .build();
  }

  private CrossValidator sparks() {
    return new CrossValidator()
        .setEstimator(stage)
        .setEstimatorParamMaps(rates())
        .setEvaluator(new BinaryClassificationEvaluator())
        .setNumFolds(3)
        .setParallelism(2)
        .setSeed(5);
  }

  @Test
  void metricsAndModelAreSparks() {
    CrossValidator sparks = sparks();
    CrossValidatorModel theirs = sparks.fit(CLASSES);
    CrossValidatorModel ours = MiniBatchCrossValidator.of(sparks).fit(CLASSES);
    assertThat(ours.avgMetrics()).containsExactly(theirs.avgMetrics(), within(1e-9));
    assertThat(TrainedWeights.of(ours.bestModel()))
        .containsExactly(TrainedWeights.of(theirs.bestModel()), within(1e-9));
    assertThat(ours.uid()).isEqualTo(theirs.uid());
    assertThat(ours.getEstimator()).isSameAs(stage);
    assertThat(ours.getEvaluator()).isInstanceOf(BinaryClassificationEvaluator.class);
    assertThat(best(ours).getStepSize()).isEqualTo(0.1);
    assertThat(((LogisticRegressionModel) ours.bestModel()).hasSummary()).isTrue();
  }

  private static MiniBatchLogisticRegression best(CrossValidatorModel model) {
    return (MiniBatchLogisticRegression) ((LogisticRegressionModel) model.bestModel()).parent();
  }

  @Test
  void foldsOfAColumnAndSubModelsAreSparks() {
    Dataset<Row> table = CLASSES.selectExpr("*", "CAST(pmod(hash(weight), 2) AS INT) AS fold");
    CrossValidator sparks = sparks().setNumFolds(2).setFoldCol("fold").setCollectSubModels(true);
    Model<?>[][] theirs = sparks.fit(table).subModels();
    Model<?>[][] ours = MiniBatchCrossValidator.of(sparks).fit(table).subModels();
    for (int fold = 0; fold < 2; fold++) {
      for (int map = 0; map < 4; map++) {
        assertThat(TrainedWeights.of(ours[fold][map]))
            .containsExactly(TrainedWeights.of(theirs[fold][map]), within(1e-9));
        assertThat(((LogisticRegressionModel) ours[fold][map]).hasSummary()).isTrue();
      }
    }
  }

  @Test
  void modelsThatAreEvaluatedOnlyHaveNoSummary() {
    Pipeline pipeline = new Pipeline().setStages(new PipelineStage[] {stage});
    PipelineModel ofPipeline =
        LockstepModels.<PipelineModel>of(LockstepModels.evaluatedOnly(pipeline), CLASSES, rates())
            .model(0);
    LogisticRegressionModel model =
        LockstepModels.of(LockstepModels.evaluatedOnly(stage), CLASSES, rates()).model(0);
    assertThat(((LogisticRegressionModel) ofPipeline.stages()[0]).hasSummary()).isFalse();
    assertThat(model.hasSummary()).isFalse();
    assertThat(stage.fitMultiple(CLASSES, rates()).get(0).hasSummary()).isTrue();
    assertThat(TrainedWeights.of(model))
        .containsExactly(TrainedWeights.of(stage.fit(CLASSES, rates()[0])), within(1e-9));
  }

  /** Maps that change an earlier stage fit it anew, the others share it. */
  @Test
  void aPipelinesMetricsAreSparks() {
    MinMaxScaler scaler = new MinMaxScaler().setInputCol("features").setOutputCol("scaled");
    Pipeline pipeline =
        new Pipeline()
            .setStages(
                new PipelineStage[] {
                  new SQLTransformer().setStatement("SELECT * FROM __THIS__ WHERE weight > 0.6"),
                  scaler,
                  stage.setFeaturesCol("scaled"),
                  new SQLTransformer().setStatement("SELECT *, 1 AS one FROM __THIS__")
                });
    ParamMap[] maps =
        new ParamGridBuilder()
            .addGrid(scaler.max(), new double[] {1, 5})
            .addGrid(stage.stepSize(), new double[] {0.1, 0.01})
            .build();
    CrossValidator sparks = sparks().setEstimator(pipeline).setEstimatorParamMaps(maps);
    CrossValidatorModel theirs = sparks.fit(CLASSES);
    CrossValidatorModel ours =
        MiniBatchCrossValidator.of(sparks.setCollectSubModels(true)).fit(CLASSES);
    assertThat(ours.avgMetrics()).containsExactly(theirs.avgMetrics(), within(1e-9));
    PipelineModel model = (PipelineModel) ours.bestModel();
    assertThat(model.stages()).hasSize(4);
    assertThat(TrainedWeights.of(model.stages()[2]))
        .containsExactly(
            TrainedWeights.of(((PipelineModel) theirs.bestModel()).stages()[2]), within(1e-9));
    Model<?>[] fold = ours.subModels()[0];
    assertThat(Arrays.stream(fold).map(MiniBatchCrossValidatorTest::scaler).distinct()).hasSize(2);
  }

  private static MinMaxScalerModel scaler(Model<?> pipeline) {
    return (MinMaxScalerModel) ((PipelineModel) pipeline).stages()[1];
  }

  @Test
  void whatDivergesHasTheWorstMetricAndNoSayInTheOthers(@TempDir Path folder) {
    MiniBatchLinearRegression regression =
        new MiniBatchLinearRegression().setSolver("sgd").setMaxIter(300).setBatchSize(64);
    ParamMap good = new ParamMap().put(regression.stepSize(), 0.05);
    ParamMap wild = new ParamMap().put(regression.stepSize(), 1e20);
    CrossValidator one =
        sparks()
            .setEstimator(regression)
            .setEvaluator(new RegressionEvaluator())
            .setEstimatorParamMaps(new ParamMap[] {good});
    CrossValidatorModel alone = one.fit(NUMBERS);
    CrossValidator both = one.setEstimatorParamMaps(new ParamMap[] {wild, good});
    CrossValidatorModel model = MiniBatchCrossValidator.of(both).fit(NUMBERS);
    assertThat(model.avgMetrics()[0]).isGreaterThan(1e300);
    assertThat(model.avgMetrics()[1]).isCloseTo(alone.avgMetrics()[0], within(1e-9));
    assertThat(TrainedWeights.of(model.bestModel()))
        .containsExactly(TrainedWeights.of(alone.bestModel()), within(1e-9));

    String path = folder.resolve("model").toString();
    save(model, path);
    assertThat(CrossValidatorModel.load(path).avgMetrics()).isEqualTo(model.avgMetrics());

    MiniBatchCrossValidator collecting = MiniBatchCrossValidator.of(both.setCollectSubModels(true));
    assertThatThrownBy(() -> collecting.fit(NUMBERS))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("training diverged")
        .hasMessageContaining("1.0E20");
  }

  @Test
  void whatIsNoDivergenceIsNotTakenForOne() {
    MiniBatchLogisticRegression stopped =
        new MiniBatchLogisticRegression()
            .setMaxIter(5)
            .setTrainingListener(
                state -> {
                  throw new IllegalStateException("the driver died");
                });
    MiniBatchCrossValidator validator =
        MiniBatchCrossValidator.of(
            sparks().setEstimator(stopped).setEstimatorParamMaps(new ParamMap[] {new ParamMap()}));
    assertThatThrownBy(() -> validator.fit(CLASSES))
        .rootCause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the driver died");
  }

  private static void save(CrossValidatorModel model, String path) {
    try {
      model.write().save(path);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void savedModelsLoadAsSparks(@TempDir Path folder) {
    String path = folder.resolve("model").toString();
    CrossValidatorModel model = MiniBatchCrossValidator.of(sparks()).fit(CLASSES);
    save(model, path);
    CrossValidatorModel loaded = CrossValidatorModel.load(path);
    assertThat(loaded.avgMetrics()).isEqualTo(model.avgMetrics());
    assertThat(TrainedWeights.of(loaded.bestModel()))
        .isEqualTo(TrainedWeights.of(model.bestModel()));
    assertThat(loaded.getEstimatorParamMaps()).hasSize(4);
    LogisticRegressionModel plain = LogisticRegressionModel.load(path + "/bestModel");
    assertThat(TrainedWeights.of(plain)).isEqualTo(TrainedWeights.of(model.bestModel()));
  }

  @Test
  void savedItIsSparksAndComesBackAsOurs(@TempDir Path folder) throws Exception {
    String path = folder.resolve("validator").toString();
    MiniBatchCrossValidator.of(sparks()).write().save(path);
    assertThat(CrossValidator.load(path)).isExactlyInstanceOf(CrossValidator.class);
    MiniBatchCrossValidator loaded = MiniBatchCrossValidator.load(path);
    assertThat(loaded.getNumFolds()).isEqualTo(3);
    assertThat(loaded.getSeed()).isEqualTo(5);
    assertThat(loaded.getEstimatorParamMaps()).hasSize(4);
    assertThat(loaded.copy(new ParamMap())).isInstanceOf(MiniBatchCrossValidator.class);
  }

  @Test
  void mistakesHaveOneLine() {
    MiniBatchCrossValidator validator = MiniBatchCrossValidator.of(sparks());
    assertThatThrownBy(() -> validator.setEstimator(new LogisticRegression()).fit(CLASSES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "estimator must be a stage of org.sparkradam.ml, or a pipeline whose last estimator is"
                + " one, but was LogisticRegression");
    Pipeline pipeline = new Pipeline().setStages(new PipelineStage[] {new LogisticRegression()});
    assertThatThrownBy(() -> validator.setEstimator(pipeline).fit(CLASSES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "estimator must be a pipeline whose last estimator is a stage of org.sparkradam.ml, but"
                + " its last was LogisticRegression");
    ParamMap wrong = new ParamMap().put(stage.solver(), "lbfgs");
    assertThatThrownBy(
            () ->
                validator
                    .setEstimator(stage)
                    .setEstimatorParamMaps(new ParamMap[] {new ParamMap(), wrong})
                    .fit(CLASSES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("batchSize must not be set with solver lbfgs");
  }

  @Test
  void nothingIsLeftInTheCache() {
    CachedRdds before = CachedRdds.now();
    MiniBatchCrossValidator.of(sparks()).fit(CLASSES);
    assertThat(before.since()).isEmpty();
  }
}
