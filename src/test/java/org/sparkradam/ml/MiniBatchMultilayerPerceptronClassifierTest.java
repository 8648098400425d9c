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
import org.apache.spark.ml.classification.MultilayerPerceptronClassificationModel;
import org.apache.spark.ml.classification.MultilayerPerceptronClassifier;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.testing.LocalSpark;

class MiniBatchMultilayerPerceptronClassifierTest {
  private static final Dataset<Row> TABLE = StageRows.classes(200, 3);
  private static final int[] LAYERS = {StageRows.FEATURES, 5, 3};
  private static final int WEIGHTS = (StageRows.FEATURES + 1) * 5 + 6 * 3;

  private static MiniBatchMultilayerPerceptronClassifier quick() {
    return new MiniBatchMultilayerPerceptronClassifier()
        .setLayers(LAYERS)
        .setMaxIter(20)
        .setNumPartitions(2);
  }

  /** The budget is ours, and there are no blocks to size; Spark's seed is a hash of its name. */
  @Test
  void paramsAreMllibs() {
    StageTests.assertParamsAreMllibs(
        new MiniBatchMultilayerPerceptronClassifier(),
        new MultilayerPerceptronClassifier(),
        Set.of("blockSize"),
        Set.of("maxIter", "tol", "stepSize", "solver", "seed"));
  }

  @Test
  void refusesValuesWithWhatIsAllowed() {
    MiniBatchMultilayerPerceptronClassifier stage = new MiniBatchMultilayerPerceptronClassifier();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage.setSolver("l-bfgs"))
        .withMessage(
            "solver must be one of radam, adam, adamw, sgd, nadam, lamb, adabelief, radam-schedule-free, but was l-bfgs");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage.setLayers(new int[] {4}))
        .withMessage("layers must be at least two sizes, each at least 1, but were [4]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage.setLayers(new int[] {4, 0, 3}))
        .withMessageContaining("but were [4, 0, 3]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage.fit(TABLE))
        .withMessageContaining("layers must be set");
  }

  @Test
  void refusesWhatDoesNotFitTheData() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> quick().setLayers(new int[] {5, 3}).fit(TABLE))
        .withMessageContaining("layers must begin with 4, the number of features, but were [5, 3]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> quick().setLayers(new int[] {4, 2}).fit(TABLE))
        .withMessageContaining(
            "layers must end with 3, the number of classes of label column 'label', but were");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> quick().setInitialWeights(Vectors.zeros(7)).fit(TABLE))
        .withMessageContaining("initialWeights must be " + WEIGHTS);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> quick().setThresholds(new double[] {1, 1}).fit(TABLE))
        .withMessageContaining("thresholds must be 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> quick().fit(StageRows.of(List.of(StageRows.row(1.5, 1, 1, 2, 3, 4)))))
        .withMessageContaining("label column 'label' must be a whole number");
    MultilayerPerceptronClassificationModel other =
        quick().setLayers(new int[] {4, 3}).setMaxIter(1).fit(TABLE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> quick().setInitialModel(other).fit(TABLE))
        .withMessageContaining("layers must be [4, 3] as in the initial model, but were [4, 5, 3]");
  }

  @Test
  void copiesAndSavedOnesAreTheSame(@TempDir Path folder) throws Exception {
    MiniBatchMultilayerPerceptronClassifier stage =
        quick()
            .setInitialWeights(start())
            .setSolver("adamw")
            .setWeightCol("weight")
            .setBatchSize(64)
            .setSeed(7);
    stage.save(folder.resolve("stage").toString());
    MiniBatchMultilayerPerceptronClassifier loaded =
        MiniBatchMultilayerPerceptronClassifier.load(folder.resolve("stage").toString());
    assertThat(loaded.uid()).isEqualTo(stage.uid());
    assertThat(loaded.getLayers()).isEqualTo(LAYERS);
    assertThat(loaded.getInitialWeights()).isEqualTo(stage.getInitialWeights());
    assertThat(stage.copy(ParamMap.empty()).explainParams()).isEqualTo(stage.explainParams());
    assertThat(loaded.fit(TABLE).weights()).isEqualTo(stage.fit(TABLE).weights());
  }

  private static Vector start() {
    double[] weights = new double[WEIGHTS];
    for (int i = 0; i < WEIGHTS; i++) {
      weights[i] = 0.3 * Math.sin(i);
    }
    return Vectors.dense(weights);
  }

  @Test
  void modelIsSparksWithParamsAndSummary(@TempDir Path folder) throws Exception {
    LocalSpark.context().getPersistentRDDs().values().forEach(rdd -> rdd.unpersist(true));
    MiniBatchMultilayerPerceptronClassifier stage =
        quick().setMaxIter(150).setPredictionCol("said").setThresholds(new double[] {1, 1, 2});
    MultilayerPerceptronClassificationModel model = stage.fit(TABLE);
    assertThat(LocalSpark.context().getPersistentRDDs()).isEmpty();
    assertThat(model.uid()).isEqualTo(stage.uid());
    assertThat(model.parent()).isSameAs(stage);
    assertThat(model.getLayers()).isEqualTo(LAYERS);
    assertThat(model.getSolver()).isEqualTo("l-bfgs");
    assertThat(model.getThresholds()).containsExactly(1, 1, 2);
    assertThat(model.transform(TABLE).columns()).contains("said", "probability", "rawPrediction");
    assertThat(model.summary().objectiveHistory()).hasSize(150);
    assertThat(model.summary().objectiveHistory()[0]).isLessThan(1.4);
    assertThat(model.summary().accuracy()).isGreaterThan(0.5);
    model.save(folder.resolve("model").toString());
    MultilayerPerceptronClassificationModel loaded =
        MultilayerPerceptronClassificationModel.load(folder.resolve("model").toString());
    assertThat(loaded.weights()).isEqualTo(model.weights());
  }

  /** On raw features of several scales, where Spark's own trainer is given standardised ones. */
  @Test
  void lossIsNoWorseThanSparks() {
    Dataset<Row> one = TABLE.coalesce(1);
    double ours = logLoss(quick().setBatchSize(1000).setMaxIter(300).setBeta2(0.95).fit(one));
    double theirs =
        logLoss(new MultilayerPerceptronClassifier().setLayers(LAYERS).setSeed(1).fit(one));
    assertThat(ours).isLessThanOrEqualTo(theirs + 0.02);
  }

  private static double logLoss(MultilayerPerceptronClassificationModel model) {
    return new MulticlassClassificationEvaluator()
        .setMetricName("logLoss")
        .evaluate(model.transform(TABLE));
  }

  /** No step is taken, so the weights are those of the start, through scaling and back. */
  @Test
  void startsFromModelsAndWeights() {
    MultilayerPerceptronClassificationModel given =
        quick().setMaxIter(0).setInitialWeights(start()).fit(TABLE);
    assertThat(given.weights().toArray()).containsExactly(start().toArray(), within(1e-12));
    MiniBatchMultilayerPerceptronClassifier stage = quick().setMaxIter(0).setInitialModel(given);
    assertThat(stage.copy(ParamMap.empty()).fit(TABLE).weights().toArray())
        .containsExactly(start().toArray(), within(1e-12));
  }

  /** A constant feature says nothing, and its weights go to the biases. */
  @Test
  void constantFeaturesAreOfNoWeight() {
    Dataset<Row> table =
        StageRows.of(
            List.of(
                StageRows.row(1, 1, 1, 5), StageRows.row(0, 1, 2, 5), StageRows.row(1, 1, 3, 5)));
    MiniBatchMultilayerPerceptronClassifier stage = quick().setLayers(new int[] {2, 2});
    Vector start = Vectors.dense(0.1, 0.2, 0.3, 0.4, 0.5, 0.6);
    assertThat(stage.setInitialWeights(start).setMaxIter(0).fit(table).weights().toArray())
        .containsExactly(new double[] {0.1, 0.2, 0, 0, 2, 2.6}, within(1e-12));
  }

  @Test
  void oneClassIsFinite() {
    Dataset<Row> ones = StageRows.of(List.of(StageRows.row(1, 1, 2, 3), StageRows.row(1, 1, 1, 5)));
    MultilayerPerceptronClassificationModel model =
        quick().setLayers(new int[] {2, 2, 2}).setMaxIter(100).fit(ones);
    assertThat(Arrays.stream(model.weights().toArray())).allMatch(Double::isFinite);
    assertThat(model.predict(Vectors.dense(2, 3))).isEqualTo(1);
  }

  @Test
  void worksInPipelines(@TempDir Path folder) throws Exception {
    Dataset<Row> table =
        TABLE.withColumn("text", functions.expr("concat('class ', label)")).drop("label");
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
