package org.sparkradam.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Set;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LinearSVC;
import org.apache.spark.ml.classification.LinearSVCModel;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.testing.LocalSpark;

class MiniBatchLinearSVCTest {
  private static final Dataset<Row> TABLE = StageRows.classes(200, 2);

  private static MiniBatchLinearSVC quick() {
    return new MiniBatchLinearSVC().setMaxIter(20).setNumPartitions(2);
  }

  /** The budget is ours, and there are no blocks to size. */
  @Test
  void paramsAreMllibs() {
    StageTests.assertParamsAreMllibs(
        new MiniBatchLinearSVC(),
        new LinearSVC(),
        Set.of("maxBlockSizeInMB"),
        Set.of("maxIter", "tol", "aggregationDepth"));
  }

  @Test
  void refusesWhatIsWrong() {
    MiniBatchLinearSVC stage = new MiniBatchLinearSVC();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage.setSolver("owlqn"))
        .withMessage(
            "solver must be one of radam, adam, adamw, sgd, nadam, lamb, adabelief, radam-schedule-free, lbfgs, but was owlqn");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage.setRegParam(-1))
        .withMessage("regParam must be at least 0 and finite, but was -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> quick().fit(StageRows.classes(50, 3)))
        .withMessage("label column 'label' must have 2 classes, 0 and 1, but has 3");
  }

  @Test
  void copiesAndSavedOnesAreTheSame(@TempDir Path folder) throws Exception {
    MiniBatchLinearSVC stage =
        quick().setSolver("sgd").setThreshold(-0.5).setWeightCol("weight").setBatchSize(64);
    stage.save(folder.resolve("stage").toString());
    MiniBatchLinearSVC loaded = MiniBatchLinearSVC.load(folder.resolve("stage").toString());
    assertThat(loaded.explainParams()).isEqualTo(stage.explainParams());
    assertThat(stage.copy(ParamMap.empty()).explainParams()).isEqualTo(stage.explainParams());
    assertThat(loaded.fit(TABLE).coefficients()).isEqualTo(stage.fit(TABLE).coefficients());
  }

  @Test
  void modelIsSparksWithParamsAndSummary(@TempDir Path folder) throws Exception {
    LocalSpark.context().getPersistentRDDs().values().forEach(rdd -> rdd.unpersist(true));
    MiniBatchLinearSVC stage = quick().setMaxIter(100).setThreshold(100).setPredictionCol("said");
    LinearSVCModel model = stage.fit(TABLE);
    assertThat(LocalSpark.context().getPersistentRDDs()).isEmpty();
    assertThat(model.uid()).isEqualTo(stage.uid());
    assertThat(model.parent()).isSameAs(stage);
    assertThat(model.getThreshold()).isEqualTo(100);
    assertThat(model.transform(TABLE).select("said").distinct().collectAsList())
        .allMatch(row -> row.getDouble(0) == 0);
    assertThat(model.summary().objectiveHistory()).hasSize(100);
    assertThat(model.summary().objectiveHistory()[0]).isEqualTo(1);
    assertThat(model.summary().areaUnderROC()).isGreaterThan(0.7);
    model.save(folder.resolve("model").toString());
    LinearSVCModel loaded = LinearSVCModel.load(folder.resolve("model").toString());
    assertThat(loaded.coefficients()).isEqualTo(model.coefficients());
  }

  @Test
  void worksInPipelines(@TempDir Path folder) throws Exception {
    Dataset<Row> table =
        TABLE.withColumn("text", functions.expr("if(label > 0, 'yes', 'no')")).drop("label");
    Pipeline pipeline =
        new Pipeline()
            .setStages(
                new PipelineStage[] {
                  new StringIndexer().setInputCol("text").setOutputCol("class"),
                  quick().setLabelCol("class")
                });
    pipeline.save(folder.resolve("pipeline").toString());
    PipelineModel model = Pipeline.load(folder.resolve("pipeline").toString()).fit(table);
    model.save(folder.resolve("model").toString());
    PipelineModel loaded = PipelineModel.load(folder.resolve("model").toString());
    assertThat(loaded.transform(table).select("prediction").collectAsList())
        .isEqualTo(model.transform(table).select("prediction").collectAsList());
  }
}
