package org.sparkradam.benchmark.commands;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.feature.Imputer;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/**
 * From a table to a saved model as one writes it by hand with what Spark has, the way its guides
 * show: infer, split, cache, impute, index, encode, assemble, scale, train at defaults, measure,
 * save.
 *
 * <pre>{@code HandWrittenPipeline TABLE FILE FOLDER}</pre>
 */
public final class HandWrittenPipeline {
  /** What a line begins with that says what comes next. */
  static final String PHASE = "phase: ";

  private static final double TRAINING_SHARE = 0.8;
  private static final long SEED = 1;

  private final SparkSession spark;
  private final CommandTable table;
  private final String file;

  private HandWrittenPipeline(SparkSession spark, CommandTable table, String file) {
    this.spark = spark;
    this.table = table;
    this.file = file;
  }

  public static void main(String[] arguments) throws Exception {
    CommandTable table = CommandTable.valueOf(arguments[0]);
    try (SparkSession spark = SparkSession.builder().getOrCreate()) {
      new HandWrittenPipeline(spark, table, arguments[1]).run(arguments[2]);
    }
  }

  private void run(String folder) throws Exception {
    phase("reading");
    Dataset<Row> rows = read();
    Dataset<Row>[] parts =
        rows.randomSplit(new double[] {TRAINING_SHARE, 1 - TRAINING_SHARE}, SEED);
    Dataset<Row> training = parts[0].cache();
    Dataset<Row> test = parts[1].cache();
    System.out.printf("%,d rows to train, %,d to test%n", training.count(), test.count());
    phase("preparing");
    PipelineModel preparation = preparation(rows).fit(training);
    Dataset<Row> features = features(preparation, training).cache();
    features.count();
    phase("training");
    PipelineModel model = model().fit(features);
    phase("measuring");
    measure(model.transform(features(preparation, test)).cache());
    phase("saving");
    preparation.save(folder + "/preparation");
    model.save(folder + "/model");
    phase("done");
  }

  private static void phase(String what) {
    System.out.println(PHASE + what);
  }

  private Dataset<Row> read() {
    Dataset<Row> read =
        spark
            .read()
            .format(table.format())
            .option("inferSchema", "true")
            .options(table.options())
            .load(file)
            .selectExpr(table.select().toArray(String[]::new));
    Dataset<Row> named = read.withColumnRenamed(table.label(), "y").where("y IS NOT NULL");
    for (String name : table.categorical()) {
      named = named.withColumn(name, functions.col(name).cast("string"));
    }
    return named.drop(table.excluded().toArray(String[]::new));
  }

  private Pipeline preparation(Dataset<Row> rows) {
    List<String> numbers = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (StructField field : rows.schema().fields()) {
      if (!field.name().equals("y")) {
        (field.dataType() instanceof NumericType ? numbers : texts).add(field.name());
      }
    }
    List<PipelineStage> stages = new ArrayList<>();
    if (!table.isRegression()) {
      stages.add(new StringIndexer().setInputCol("y").setOutputCol("label"));
    }
    String[] imputed = suffixed(numbers, "_imputed");
    String[] indexed = suffixed(texts, "_index");
    String[] encoded = suffixed(texts, "_encoded");
    stages.add(new Imputer().setInputCols(names(numbers)).setOutputCols(imputed));
    stages.add(new VectorAssembler().setInputCols(imputed).setOutputCol("numbers"));
    stages.add(
        new StandardScaler().setWithMean(true).setInputCol("numbers").setOutputCol("scaled"));
    stages.add(
        new StringIndexer()
            .setHandleInvalid("keep")
            .setInputCols(names(texts))
            .setOutputCols(indexed));
    stages.add(new OneHotEncoder().setInputCols(indexed).setOutputCols(encoded));
    List<String> all = new ArrayList<>(Arrays.asList(encoded));
    all.add("scaled");
    stages.add(new VectorAssembler().setInputCols(names(all)).setOutputCol("features"));
    return new Pipeline().setStages(stages.toArray(PipelineStage[]::new));
  }

  private Dataset<Row> features(PipelineModel preparation, Dataset<Row> rows) {
    String label = table.isRegression() ? "CAST(y AS DOUBLE) AS label" : "label";
    return preparation.transform(rows).selectExpr(label, "features");
  }

  private Pipeline model() {
    PipelineStage stage = table.isRegression() ? new LinearRegression() : new LogisticRegression();
    return new Pipeline().setStages(new PipelineStage[] {stage});
  }

  private void measure(Dataset<Row> predictions) {
    if (table.isRegression()) {
      for (String metric : List.of("rmse", "mae", "r2")) {
        told(metric, new RegressionEvaluator().setMetricName(metric).evaluate(predictions));
      }
      return;
    }
    for (String metric : List.of("logLoss", "accuracy", "f1")) {
      MulticlassClassificationEvaluator evaluator =
          new MulticlassClassificationEvaluator().setMetricName(metric);
      told(metric, evaluator.evaluate(predictions));
    }
    if (predictions.select("label").distinct().count() == 2) {
      told("areaUnderROC", new BinaryClassificationEvaluator().evaluate(predictions));
    }
  }

  private static void told(String metric, double value) {
    System.out.printf(Locale.ROOT, "%s %.5f%n", metric, value);
  }

  private static String[] suffixed(List<String> names, String suffix) {
    return names.stream().map(name -> name + suffix).toArray(String[]::new);
  }

  private static String[] names(List<String> names) {
    return names.toArray(String[]::new);
  }
}
