package org.sparkradam.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.PredictionModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.functions;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.util.LongAccumulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkradam.testing.LocalSpark;
import org.sparkradam.testing.SmallTables;

/** Features from columns as people have them. */
class FeaturesColsTest {
  private static final String[] ALL = {"x", "flag", "pair", "embedding"};

  /** x: 1, flag: 1, pair: 2, embedding: 3 features. */
  private static final Dataset<Row> TABLE = table();

  @TempDir private Path folder;

  private static Dataset<Row> table() {
    Dataset<Row> rows = StageRows.classes(200, 2);
    return rows.withColumn("all", functions.vector_to_array(rows.col("features"), "float64"))
        .selectExpr(
            "label",
            "weight",
            "CAST(10 * all[0] AS INT) AS x",
            "all[1] > 0 AS flag",
            "array(all[2], all[3]) AS pair",
            "CAST(array(all[0], 0, all[3]) AS ARRAY<FLOAT>) AS embedding")
        .withColumn("pair", functions.array_to_vector(org.apache.spark.sql.functions.col("pair")))
        .cache();
  }

  static Stream<HasTraining<?>> stages() {
    return ParamCase.STAGES.stream().map(make -> quick((HasTraining<?>) make.get()));
  }

  private static HasTraining<?> quick(HasTraining<?> stage) {
    ParamCase.of(stage, "maxIter").set(20);
    ParamCase.of(stage, "numPartitions").set(2);
    if (stage instanceof MiniBatchMultilayerPerceptronClassifier perceptron) {
      perceptron.setLayers(new int[] {7, 3, 2});
    }
    return stage;
  }

  private static MiniBatchLogisticRegression logistic() {
    return (MiniBatchLogisticRegression) quick(new MiniBatchLogisticRegression());
  }

  private static Transformer fit(HasTraining<?> stage, Dataset<Row> table) {
    return (Transformer) ((Estimator<?>) stage).fit(table);
  }

  /** As people do it without this library. */
  private static Dataset<Row> byHand(Dataset<Row> table) {
    Dataset<Row> vectors =
        table.withColumn(
            "embedding", functions.array_to_vector(table.col("embedding").cast("array<double>")));
    return new VectorAssembler().setInputCols(ALL).setOutputCol("features").transform(vectors);
  }

  @ParameterizedTest
  @MethodSource("stages")
  void trainsToTheBitsOfColumnsAssembledByHand(HasTraining<?> stage) {
    double[] expected = TrainedWeights.of(fit(stage, byHand(TABLE)));
    stage.setFeaturesCols(ALL);
    PredictionModel<?, ?> model = (PredictionModel<?, ?>) fit(stage, TABLE);
    assertThat(TrainedWeights.of(model)).isEqualTo(expected);
    assertThat(model.getFeaturesCol()).isEqualTo("features");
    assertThat(model.numFeatures()).isEqualTo(7);
  }

  @ParameterizedTest
  @MethodSource("stages")
  void assemblersOfSparksServeThePipeline(HasTraining<?> stage) throws Exception {
    assumeThat(LocalSpark.session().version()).doesNotStartWith("3.");
    stage.setFeaturesCols(ALL);
    double[] expected = TrainedWeights.of(fit(stage, TABLE));
    Transformer assembler = stage.assembler(TABLE);
    Pipeline pipeline =
        new Pipeline().setStages(new PipelineStage[] {assembler, (PipelineStage) stage});
    PipelineModel model = saved(pipeline).fit(TABLE);
    assertThat(TrainedWeights.of(model.stages()[1])).isEqualTo(expected);
    String path = folder.resolve("model").toString();
    model.write().save(path);
    assertSparksAlone(folder.resolve("model"));
    Dataset<Row> scored = PipelineModel.load(path).transform(TABLE.drop("label"));
    assertThat(scored.columns())
        .startsWith("weight", "x", "flag", "pair", "embedding", "features")
        .contains("prediction");
    assertThat(scored.select("prediction").collectAsList())
        .isEqualTo(model.stages()[1].transform(byHand(TABLE)).select("prediction").collectAsList());
  }

  private static void assertSparksAlone(Path model) throws IOException {
    for (String file : SmallTables.below(model)) {
      if (file.contains("metadata/part-")) {
        JsonNode metadata = new ObjectMapper().readTree(model.resolve(file).toFile());
        assertThat(metadata.path("class").asText()).startsWith("org.apache.spark.ml.");
      }
    }
  }

  private Pipeline saved(Pipeline pipeline) throws Exception {
    pipeline.save(folder.resolve("pipeline").toString());
    return Pipeline.load(folder.resolve("pipeline").toString());
  }

  @Test
  void withoutArraysNoTableIsNeeded() throws Exception {
    MiniBatchLogisticRegression stage = logistic().setFeaturesCols("x", "flag", "pair");
    Transformer assembler = stage.setFeaturesCol("made").assembler();
    ((MLWritable) assembler).save(folder.resolve("assembler").toString());
    Dataset<Row> made =
        VectorAssembler.load(folder.resolve("assembler").toString()).transform(TABLE);
    LogisticRegressionModel model = stage.fit(TABLE);
    assertThat(model.getFeaturesCol()).isEqualTo("made");
    assertThat(stage.fit(made).coefficients()).isEqualTo(model.coefficients());
    assertThat(model.transform(made).columns()).contains("made", "prediction");
    assertThat(names(made, "made")).containsExactly("x", "flag", "pair_0", "pair_1");
  }

  @Test
  void elementsOfArraysAreNamed() {
    assumeThat(LocalSpark.session().version()).doesNotStartWith("3.");
    Dataset<Row> made = logistic().setFeaturesCols(ALL).assembler(TABLE).transform(TABLE);
    assertThat(names(made, "features"))
        .containsExactly(
            "x", "flag", "pair_0", "pair_1", "embedding_0", "embedding_1", "embedding_2");
    assertThat(made.select("features").collectAsList())
        .isEqualTo(byHand(TABLE).select("features").collectAsList());
  }

  private static List<String> names(Dataset<Row> table, String column) {
    Attribute[] attributes =
        AttributeGroup.fromStructField(table.schema().apply(column)).attributes().get();
    return Arrays.stream(attributes).map(attribute -> attribute.name().get()).toList();
  }

  @ParameterizedTest
  @MethodSource("stages")
  void arraysAloneAreFeatures(HasTraining<?> stage) {
    if (stage instanceof MiniBatchMultilayerPerceptronClassifier perceptron) {
      perceptron.setLayers(new int[] {3, 3, 2});
    }
    ParamCase.of(stage, "featuresCol").set("embedding");
    Dataset<Row> vectors =
        TABLE.withColumn(
            "embedding", functions.array_to_vector(TABLE.col("embedding").cast("array<double>")));
    assertThat(TrainedWeights.of(fit(stage, TABLE)))
        .isEqualTo(TrainedWeights.of(fit(stage, vectors)));
  }

  @ParameterizedTest
  @MethodSource("elements")
  void arraysOfAnyNumbers(String type) {
    Dataset<Row> table =
        TABLE.selectExpr("label", "CAST(array(x, x * x % 7) AS ARRAY<" + type + ">) AS features");
    assertThat(logistic().fit(table).numFeatures()).isEqualTo(2);
  }

  static Stream<String> elements() {
    return Stream.of("DOUBLE", "FLOAT", "INT", "BIGINT", "SMALLINT", "DECIMAL(20,5)");
  }

  @Test
  void anArrayBecomesAVectorInItsPlace() {
    assumeThat(LocalSpark.session().version()).doesNotStartWith("3.");
    MiniBatchLogisticRegression stage = logistic().setFeaturesCol("embedding");
    LogisticRegressionModel model = stage.fit(TABLE);
    Dataset<Row> made = stage.assembler().transform(TABLE);
    assertThat(made.columns()).containsExactlyInAnyOrder(TABLE.columns());
    assertThat(stage.fit(made).coefficients()).isEqualTo(model.coefficients());
    assertThat(stage.assembler(TABLE).transform(TABLE).schema()).isEqualTo(made.schema());
    assertThat(stage.assembler(made).transform(made).schema()).isEqualTo(made.schema());
    assertThat(model.transform(made).select("prediction").distinct().count()).isEqualTo(2);
  }

  @Test
  void spark35SaysThatItHasNoTransformerOfArrays() {
    assumeThat(LocalSpark.session().version()).startsWith("3.");
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> logistic().setFeaturesCols(ALL).assembler(TABLE))
        .withMessageContaining("column 'embedding' holds arrays");
  }

  @Test
  void summariesPredictFromTheColumns() {
    MiniBatchLogisticRegression stage = logistic().setFeaturesCols(ALL).setPredictionCol("said");
    assertThat(stage.fit(TABLE).binarySummary().areaUnderROC()).isGreaterThan(0.7);
    assertThat(logistic().setFeaturesCol("embedding").fit(TABLE).summary().accuracy())
        .isGreaterThan(0.5);
  }

  @Test
  void schemasOfPipelinesAndCopiesKnowTheColumns() {
    MiniBatchLogisticRegression stage = logistic().setFeaturesCols(ALL);
    assertThat(stage.transformSchema(TABLE.schema()).fieldNames())
        .contains("features", "prediction");
    assertThat(stage.copy(ParamMap.empty()).getFeaturesCols()).containsExactly(ALL);
    assertThat(stage.copy(ParamMap.empty()).fit(TABLE).coefficients())
        .isEqualTo(stage.fit(TABLE).coefficients());
  }

  @Test
  void foldsOfCrossValidatorsGoThroughTheAssembler() {
    MiniBatchLogisticRegression stage = logistic().setFeaturesCols("x", "flag", "pair");
    CrossValidator validator =
        new CrossValidator()
            .setEstimator(new Pipeline().setStages(new PipelineStage[] {stage.assembler(), stage}))
            .setEvaluator(new BinaryClassificationEvaluator())
            .setEstimatorParamMaps(
                new ParamGridBuilder().addGrid(stage.regParam(), new double[] {100, 0.01}).build())
            .setNumFolds(2);
    CrossValidatorModel model = validator.fit(TABLE);
    PipelineModel best = (PipelineModel) model.bestModel();
    assertThat(((LogisticRegressionModel) best.stages()[1]).getRegParam()).isEqualTo(0.01);
  }

  @Test
  void aTableIsReadNoMoreOften() {
    LongAccumulator rows = LocalSpark.context().sc().longAccumulator();
    Dataset<Row> table =
        LocalSpark.session()
            .createDataFrame(TABLE.javaRDD().map(row -> counted(row, rows)), TABLE.schema());
    logistic().fit(byHand(table));
    long byHand = rows.value();
    logistic().setFeaturesCols(ALL).fit(table);
    assertThat(rows.value() - byHand).isGreaterThanOrEqualTo(400).isLessThanOrEqualTo(byHand);
  }

  private static Row counted(Row row, LongAccumulator rows) {
    rows.add(1);
    return row;
  }

  private static void refused(MiniBatchLogisticRegression stage, Dataset<Row> table, String line) {
    assertThatIllegalArgumentException().isThrownBy(() -> stage.fit(table)).withMessage(line);
  }

  private static Dataset<Row> with(String name, String sql) {
    return TABLE.withColumn(name, org.apache.spark.sql.functions.expr(sql));
  }

  @Test
  void namesColumnsThatCannotBeFeatures() {
    refused(
        logistic().setFeaturesCols("x", "z"),
        TABLE,
        "featuresCols: the table has no column 'z'; it has label, weight, x, flag, pair, embedding");
    refused(
        logistic().setFeaturesCols("x", "text"),
        with("text", "'a'"),
        "featuresCols: column 'text' must hold numbers, booleans, vectors or arrays of numbers, but"
            + " holds string");
    refused(
        logistic().setFeaturesCol("text"),
        with("text", "array('a')"),
        "featuresCol: column 'text' must hold vectors or arrays of numbers, but holds"
            + " array<string>; several columns are set by featuresCols");
    refused(
        logistic().setFeaturesCols("a.b"),
        with("a.b", "1"),
        "featuresCols: Spark's VectorAssembler takes 'a.b' for a field of a column: rename it");
  }

  @Test
  void namesColumnsThatAreNoFeatures() {
    refused(
        logistic().setFeaturesCols("x", "label"),
        TABLE,
        "featuresCols must not name 'label', which is the labelCol");
    refused(
        logistic().setFeaturesCols("x", "weight").setWeightCol("weight"),
        TABLE,
        "featuresCols must not name 'weight', which is the weightCol");
    refused(
        logistic().setFeaturesCols("x", "flag").setFeaturesCol("x"),
        TABLE,
        "featuresCol must be a new name, for the column that featuresCols are assembled into, but"
            + " was 'x', which is among them");
    refused(
        logistic().setFeaturesCols("x", "flag").setFeaturesCol("pair"),
        TABLE,
        "featuresCol: the table has a column 'pair' already, which is not what assembler() makes of"
            + " featuresCols x, flag: drop it, or set featuresCol to another name");
    refused(
        logistic().setFeaturesCols("x", "flag").setFeaturesCol("made"),
        logistic().setFeaturesCols("flag", "x").setFeaturesCol("made").assembler().transform(TABLE),
        "featuresCol: the table has a column 'made' already, which is not what assembler() makes of"
            + " featuresCols x, flag: drop it, or set featuresCol to another name");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> logistic().setFeaturesCols())
        .withMessage("featuresCols must name a column, but was empty");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> logistic().setFeaturesCols("x", "flag", "x"))
        .withMessage("featuresCols must name each column once, but named 'x' twice");
  }

  @Test
  void namesColumnsOfBadValues() {
    MiniBatchLogisticRegression stage = logistic().setFeaturesCols(ALL);
    refused(
        stage,
        with("x", "IF(rand(1) < 0.1, NULL, x)"),
        "features column 'x' must be given in every row, but was null in one");
    refused(
        stage,
        with("x", "IF(rand(1) < 0.1, double('NaN'), x)"),
        "features column 'x' must be finite in every row, but was NaN in one");
    refused(
        stage,
        with("embedding", "IF(rand(1) < 0.1, NULL, embedding)"),
        "features column 'embedding' must be given in every row, but was null in one");
    refused(
        stage,
        with("embedding", "IF(rand(1) < 0.1, array(1, 2, NULL), embedding)"),
        "features column 'embedding' must be given in every row, but was an array with a null in"
            + " one");
    refused(
        stage,
        with("embedding", "IF(rand(1) < 0.1, array(1, 2, double('Infinity')), embedding)"),
        "features column 'embedding' must be finite in every row, but was Infinity in one");
    refused(
        stage,
        with("embedding", "IF(rand(1) < 0.1, array(1, 2), embedding)"),
        "features column 'embedding' must have arrays of one size, but some have 2 and some 3");
    refused(
        logistic().setFeaturesCol("embedding"),
        with("embedding", "array_remove(array(1), 1)"),
        "features column 'embedding' must be an array of at least one element in every row, but was"
            + " empty in one");
  }
}
