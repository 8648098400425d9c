package org.sparkradam.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.testing.LocalSpark;

class MiniBatchLogisticRegressionTest {
  private static final Dataset<Row> TABLE = StageRows.classes(200, 2);

  private static MiniBatchLogisticRegression quick() {
    return new MiniBatchLogisticRegression().setMaxIter(20).setNumPartitions(2);
  }

  /** What bounds coefficients or sizes Spark's blocks has no counterpart; the budget is ours. */
  @Test
  void paramsAreMllibs() {
    MiniBatchLogisticRegression ours = new MiniBatchLogisticRegression();
    LogisticRegression theirs = new LogisticRegression();
    Set<String> left =
        Stream.of(theirs.params())
            .map(Param::name)
            .filter(name -> !name.contains("BoundsOn") && !name.equals("maxBlockSizeInMB"))
            .collect(Collectors.toSet());
    for (String name : left) {
      assertThat(ours.hasParam(name)).as(name).isTrue();
      if (!Set.of("maxIter", "tol", "aggregationDepth").contains(name)) {
        assertThat(defaultOf(ours, name)).as(name).isEqualTo(defaultOf(theirs, name));
      }
    }
  }

  private static Object defaultOf(Params stage, String name) {
    return stage.getDefault(stage.getParam(name)).getOrElse(() -> "none");
  }

  @Test
  void everyParamIsTheStages() {
    MiniBatchLogisticRegression stage = new MiniBatchLogisticRegression("ours");
    assertThat(stage.uid()).isEqualTo("ours");
    assertThat(stage.params()).hasSize(49).allMatch(param -> param.parent().equals("ours"));
    assertThat(stage.explainParams())
        .contains(
            "solver: how the weights are found: radam, adam, adamw, sgd, nadam, lamb, adabelief, radam-schedule-free, lbfgs");
    assertThat(new MiniBatchLogisticRegression().uid()).startsWith("mblogreg_");
  }

  @Test
  void refusesValuesWithWhatIsAllowed() {
    MiniBatchLogisticRegression stage = new MiniBatchLogisticRegression();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage.setSolver("l-bfgs"))
        .withMessage(
            "solver must be one of radam, adam, adamw, sgd, nadam, lamb, adabelief, radam-schedule-free, lbfgs, but was l-bfgs");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage.setRegParam(-1))
        .withMessage("regParam must be at least 0 and finite, but was -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage.setElasticNetParam(1.5))
        .withMessage("elasticNetParam must be in [0, 1], but was 1.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage.setSchedule("fast"))
        .withMessageStartingWith("schedule must be one of constant, ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage.setWarmup("-3"))
        .withMessageStartingWith("warmup must be none, a number of steps, ");
    assertThatIllegalArgumentException().isThrownBy(() -> stage.setBatchSize(0));
    assertThatIllegalArgumentException().isThrownBy(() -> stage.setFamily("poisson"));
    assertThatIllegalArgumentException().isThrownBy(() -> stage.setStepSize(Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> quick().setRhoThreshold(3).fit(TABLE))
        .withMessage("rhoThreshold must be at least 4.0 and finite, but was 3.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> quick().setSolver("sgd").setNesterov(true).fit(TABLE))
        .withMessageContaining("momentum must be in (0, 1) with nesterov");
  }

  @Test
  void thresholdsGoTogetherAsInMllib() {
    MiniBatchLogisticRegression stage = new MiniBatchLogisticRegression().setThreshold(0.3);
    assertThat(stage.setThresholds(new double[] {0.4, 0.6}).isSet(stage.threshold())).isFalse();
    assertThat(stage.getThreshold()).isCloseTo(0.6, within(1e-12));
    assertThat(stage.setThreshold(0.2).isSet(stage.thresholds())).isFalse();
    ParamMap both = new ParamMap();
    both.put(stage.thresholds(), new double[] {0.5, 0.5});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage.fit(TABLE, both))
        .withMessageContaining("threshold must be 0.5 as thresholds say, but was 0.2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> quick().setThresholds(new double[] {1, 1, 1}).fit(TABLE))
        .withMessageContaining("thresholds must be 2");
  }

  @Test
  void copiesAndSavedOnesAreTheSame(@TempDir Path folder) throws Exception {
    MiniBatchLogisticRegression stage =
        quick()
            .setSolver("sgd")
            .setMomentum(0.9)
            .setNesterov(true)
            .setBatchSize(64)
            .setWarmup("5")
            .setEpsilonPlacement("corrected")
            .setWeightCol("weight")
            .setThreshold(0.4)
            .setSeed(7);
    String path = folder.resolve("stage").toString();
    stage.save(path);
    MiniBatchLogisticRegression loaded = MiniBatchLogisticRegression.load(path);
    assertThat(loaded.uid()).isEqualTo(stage.uid());
    assertThat(loaded.explainParams()).isEqualTo(stage.explainParams());
    assertThat(stage.copy(ParamMap.empty()).explainParams()).isEqualTo(stage.explainParams());
    assertThat(loaded.fit(TABLE).coefficients()).isEqualTo(stage.fit(TABLE).coefficients());
  }

  @Test
  void modelIsSparksWithParamsAndSummary(@TempDir Path folder) throws Exception {
    MiniBatchLogisticRegression stage = quick().setThreshold(0.3).setPredictionCol("said");
    LogisticRegressionModel model = stage.fit(TABLE);
    assertThat(model.uid()).isEqualTo(stage.uid());
    assertThat(model.parent()).isSameAs(stage);
    assertThat(model.getThreshold()).isEqualTo(0.3);
    assertThat(model.transform(TABLE).columns()).contains("said", "probability", "rawPrediction");
    assertThat(model.summary().objectiveHistory()).hasSize(20);
    assertThat(model.summary().objectiveHistory()[0]).isCloseTo(Math.log(2), within(0.05));
    assertThat(model.binarySummary().areaUnderROC()).isGreaterThan(0.7);
    model.save(folder.resolve("model").toString());
    LogisticRegressionModel loaded =
        LogisticRegressionModel.load(folder.resolve("model").toString());
    assertThat(loaded.coefficients()).isEqualTo(model.coefficients());
  }

  /** Spark's own param begins at 2. */
  @Test
  void aDepthOfOneIsOurs() {
    assertThat(quick().setMaxIter(2).setAggregationDepth(1).fit(TABLE).getAggregationDepth())
        .isEqualTo(2);
  }

  @Test
  void rowsOfManyClassesHaveASummary() {
    LogisticRegressionModel model = quick().fit(StageRows.classes(200, 3));
    assertThat(model.summary().accuracy()).isGreaterThan(0.4);
    assertThat(model.coefficientMatrix().numRows()).isEqualTo(3);
  }

  @Test
  void leavesNothingCachedAndRepeatsItself() {
    LocalSpark.context().getPersistentRDDs().values().forEach(rdd -> rdd.unpersist(true));
    LogisticRegressionModel first = quick().setBatchSize(32).fit(TABLE);
    assertThat(LocalSpark.context().getPersistentRDDs()).isEmpty();
    assertThat(quick().setBatchSize(32).fit(TABLE).coefficients()).isEqualTo(first.coefficients());
    assertThat(quick().setBatchSize(32).setSeed(1).fit(TABLE).coefficients())
        .isNotEqualTo(first.coefficients());
    assertThatIllegalArgumentException().isThrownBy(() -> quick().fit(StageRows.of(List.of())));
    assertThat(LocalSpark.context().getPersistentRDDs()).isEmpty();
  }

  @Test
  void oneClassIsCertain() {
    Dataset<Row> ones = StageRows.of(List.of(StageRows.row(1, 1, 2, 3), StageRows.row(1, 1, 1, 5)));
    LogisticRegressionModel model = quick().fit(ones);
    assertThat(model.intercept()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(model.coefficients().numNonzeros()).isZero();
  }

  @Test
  void worksInPipelinesAndCrossValidators(@TempDir Path folder) throws Exception {
    Dataset<Row> table =
        TABLE
            .withColumn("text", functions.expr("if(label > 0, 'yes', 'no')"))
            .withColumn("city", functions.expr("if(weight > 1, 'Rome', 'Oslo')"))
            .drop("label");
    MiniBatchLogisticRegression stage =
        quick().setLabelCol("class").setFeaturesCol("vector").setWeightCol("weight");
    Pipeline pipeline =
        new Pipeline()
            .setStages(
                new PipelineStage[] {
                  new StringIndexer().setInputCol("text").setOutputCol("class"),
                  new StringIndexer().setInputCol("city").setOutputCol("index"),
                  new OneHotEncoder().setInputCol("index").setOutputCol("coded"),
                  new VectorAssembler()
                      .setInputCols(new String[] {"features", "coded"})
                      .setOutputCol("vector"),
                  stage
                });
    pipeline.save(folder.resolve("pipeline").toString());
    PipelineModel model = Pipeline.load(folder.resolve("pipeline").toString()).fit(table);
    model.save(folder.resolve("model").toString());
    PipelineModel loaded = PipelineModel.load(folder.resolve("model").toString());
    assertThat(loaded.transform(table).select("prediction").collectAsList())
        .isEqualTo(model.transform(table).select("prediction").collectAsList());
    CrossValidator validator =
        new CrossValidator()
            .setEstimator(pipeline)
            .setEvaluator(new BinaryClassificationEvaluator().setLabelCol("class"))
            .setEstimatorParamMaps(
                new ParamGridBuilder().addGrid(stage.regParam(), new double[] {100, 0.01}).build())
            .setNumFolds(2)
            .setParallelism(2);
    PipelineModel best = (PipelineModel) validator.fit(table).bestModel();
    assertThat(((LogisticRegressionModel) best.stages()[4]).getRegParam()).isEqualTo(0.01);
  }

  /** Spark Connect finds stages so. */
  @Test
  void isAService() {
    assertThat(ServiceLoader.load(Estimator.class).stream().map(ServiceLoader.Provider::type))
        .anyMatch(MiniBatchLogisticRegression.class::equals);
  }
}
