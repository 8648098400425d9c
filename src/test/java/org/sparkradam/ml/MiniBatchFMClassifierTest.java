package org.sparkradam.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.FMClassificationModel;
import org.apache.spark.ml.classification.FMClassifier;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.testing.LocalSpark;

class MiniBatchFMClassifierTest {
  private static final Dataset<Row> TABLE = StageRows.classes(200, 2);

  private static MiniBatchFMClassifier quick() {
    return new MiniBatchFMClassifier().setFactorSize(3).setMaxIter(20).setNumPartitions(2);
  }

  /** The budget is ours, and Spark's seed a hash of its name. */
  @Test
  void paramsAreMllibs() {
    StageTests.assertParamsAreMllibs(
        new MiniBatchFMClassifier(),
        new FMClassifier(),
        Set.of("miniBatchFraction"),
        Set.of("maxIter", "tol", "stepSize", "solver", "seed"));
  }

  @Test
  void refusesValuesWithWhatIsAllowed() {
    MiniBatchFMClassifier stage = new MiniBatchFMClassifier();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage.setSolver("gd"))
        .withMessage(
            "solver must be one of radam, adam, adamw, sgd, nadam, lamb, adabelief, radam-schedule-free, but was gd");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage.setFactorSize(0))
        .withMessage("factorSize must be at least 1, but was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage.setInitStd(-1))
        .withMessage("initStd must be at least 0 and finite, but was -1.0");
  }

  @Test
  void refusesWhatDoesNotFitTheData() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> quick().fit(StageRows.classes(50, 3)))
        .withMessage("label column 'label' must have 2 classes, 0 and 1, but has 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> quick().setThresholds(new double[] {1, 1, 1}).fit(TABLE))
        .withMessageContaining("thresholds must be 2");
    FMClassificationModel other = quick().setMaxIter(1).fit(TABLE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> quick().setFactorSize(4).setInitialModel(other).fit(TABLE))
        .withMessage("initialModel must have 4 factors, as the fit has, but has 3");
    Dataset<Row> narrow = StageRows.of(List.of(StageRows.row(1, 1, 1), StageRows.row(0, 1, 2)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> quick().setInitialModel(other).fit(narrow))
        .withMessage("initialModel must have 1 features, as the fit has, but has 4");
  }

  @Test
  void copiesAndSavedOnesAreTheSame(@TempDir Path folder) throws Exception {
    MiniBatchFMClassifier stage =
        quick().setFitLinear(false).setInitStd(0.1).setWeightCol("weight").setBatchSize(64);
    stage.save(folder.resolve("stage").toString());
    MiniBatchFMClassifier loaded = MiniBatchFMClassifier.load(folder.resolve("stage").toString());
    assertThat(loaded.explainParams()).isEqualTo(stage.explainParams());
    assertThat(stage.copy(ParamMap.empty()).explainParams()).isEqualTo(stage.explainParams());
    assertThat(loaded.fit(TABLE).factors()).isEqualTo(stage.fit(TABLE).factors());
  }

  @Test
  void modelIsSparksWithParamsAndSummary(@TempDir Path folder) throws Exception {
    LocalSpark.context().getPersistentRDDs().values().forEach(rdd -> rdd.unpersist(true));
    MiniBatchFMClassifier stage = quick().setMaxIter(100).setPredictionCol("said");
    FMClassificationModel model = stage.fit(TABLE);
    assertThat(LocalSpark.context().getPersistentRDDs()).isEmpty();
    assertThat(model.uid()).isEqualTo(stage.uid());
    assertThat(model.parent()).isSameAs(stage);
    assertThat(model.getFactorSize()).isEqualTo(3);
    assertThat(model.getSolver()).isEqualTo("adamW");
    assertThat(model.summary().objectiveHistory()).hasSize(100);
    assertThat(model.summary().objectiveHistory()[0]).isCloseTo(Math.log(2), within(0.05));
    assertThat(model.summary().areaUnderROC()).isGreaterThan(0.7);
    model.save(folder.resolve("model").toString());
    FMClassificationModel loaded = FMClassificationModel.load(folder.resolve("model").toString());
    assertThat(loaded.factors()).isEqualTo(model.factors());
    assertThat(loaded.linear()).isEqualTo(model.linear());
  }

  /** No step is taken, so the weights are those of the start, through scaling and back. */
  @Test
  void startsFromModels() {
    FMClassificationModel given = quick().setMaxIter(50).fit(TABLE);
    MiniBatchFMClassifier stage = quick().setMaxIter(0).setInitialModel(given);
    FMClassificationModel same = stage.copy(ParamMap.empty()).fit(TABLE);
    assertThat(same.factors().toArray()).containsExactly(given.factors().toArray(), within(1e-9));
    assertThat(same.linear().toArray()).containsExactly(given.linear().toArray(), within(1e-9));
    assertThat(same.intercept()).isCloseTo(given.intercept(), within(1e-9));
  }

  @Test
  void oneClassAndConstantFeaturesAreFinite() {
    Dataset<Row> ones =
        StageRows.of(List.of(StageRows.row(1, 1, 2, 0, 1e9), StageRows.row(1, 1, 1, 0, 1e9)));
    FMClassificationModel model = quick().setMaxIter(100).fit(ones);
    assertThat(Arrays.stream(model.factors().toArray())).allMatch(Double::isFinite);
    assertThat(Arrays.stream(model.linear().toArray())).allMatch(Double::isFinite);
    assertThat(model.transform(ones).select("prediction").collectAsList())
        .allMatch(row -> row.getDouble(0) == 1);
  }

  @Test
  void worksInPipelines(@TempDir Path folder) throws Exception {
    Dataset<Row> table = TABLE.withColumn("city", functions.expr("if(weight > 1, 'Rome', 'Oslo')"));
    Pipeline pipeline =
        new Pipeline()
            .setStages(
                new PipelineStage[] {
                  new StringIndexer().setInputCol("city").setOutputCol("index"),
                  new OneHotEncoder().setInputCol("index").setOutputCol("coded"),
                  new VectorAssembler()
                      .setInputCols(new String[] {"features", "coded"})
                      .setOutputCol("vector"),
                  quick().setFeaturesCol("vector")
                });
    pipeline.save(folder.resolve("pipeline").toString());
    PipelineModel model = Pipeline.load(folder.resolve("pipeline").toString()).fit(table);
    model.save(folder.resolve("model").toString());
    PipelineModel loaded = PipelineModel.load(folder.resolve("model").toString());
    assertThat(loaded.transform(table).select("prediction").collectAsList())
        .isEqualTo(model.transform(table).select("prediction").collectAsList());
  }
}
