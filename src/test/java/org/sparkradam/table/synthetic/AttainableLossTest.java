package org.sparkradam.table.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.feature.Imputer;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;
import org.sparkradam.testing.LocalSpark;

/**
 * Spark's own linear models come close to the loss that the generator calls the best possible, and
 * closer still to what the true probabilities cost on the very labels that were drawn.
 */
class AttainableLossTest {
  @Test
  void logisticRegressionComesCloseOnTwoClasses() {
    comesClose(Tables.BINARY.withRows(40_000).withColumns(12, 2));
  }

  @Test
  void logisticRegressionComesCloseOnManyClasses() {
    comesClose(Tables.MULTICLASS.withColumns(4, 1));
  }

  @Test
  void linearRegressionComesClose() {
    Dataset<Row> rows = rows(Tables.REGRESSION.withColumns(12, 2));
    Dataset<Row> predictions =
        fit(rows, new LinearRegression().setSolver("normal")).transform(rows);
    assertThat(new RegressionEvaluator().evaluate(predictions)).isBetween(0.98, 1.02);
    rows.unpersist();
  }

  private static void comesClose(SyntheticSpec spec) {
    Dataset<Row> rows = rows(spec);
    Dataset<Row> predictions = fit(rows, new LogisticRegression().setMaxIter(25)).transform(rows);
    double loss =
        new MulticlassClassificationEvaluator().setMetricName("logLoss").evaluate(predictions);
    double best = Tables.bestLoss(spec);
    double luck = Arrays.stream(Tables.excesses(spec)).average().orElseThrow();
    assertThat(loss).isCloseTo(best + luck, withinPercentage(1));
    assertThat(loss).isCloseTo(best, withinPercentage(5));
    rows.unpersist();
  }

  private static Dataset<Row> rows(SyntheticSpec spec) {
    return SyntheticTable.rows(LocalSpark.session(), spec.withPartitions(2)).cache();
  }

  private static PipelineModel fit(Dataset<Row> rows, PipelineStage last) {
    List<String> numbers = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (StructField field : rows.schema().fields()) {
      if (field.dataType() == DataTypes.StringType) {
        texts.add(field.name());
      } else if (!field.name().equals("label")) {
        numbers.add(field.name());
      }
    }
    return new Pipeline().setStages(stages(numbers, texts, last)).fit(rows);
  }

  private static PipelineStage[] stages(
      List<String> numbers, List<String> texts, PipelineStage last) {
    String[] imputed = with("imputed_", numbers);
    String[] encoded = with("encoded_", texts);
    return new PipelineStage[] {
      new Imputer().setInputCols(numbers.toArray(String[]::new)).setOutputCols(imputed),
      new StringIndexer()
          .setInputCols(texts.toArray(String[]::new))
          .setOutputCols(with("index_", texts)),
      new OneHotEncoder().setInputCols(with("index_", texts)).setOutputCols(encoded),
      new VectorAssembler().setInputCols(join(imputed, encoded)).setOutputCol("features"),
      last
    };
  }

  private static String[] with(String prefix, List<String> names) {
    return names.stream().map(prefix::concat).toArray(String[]::new);
  }

  private static String[] join(String[] first, String[] second) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(List.of(second));
    return all.toArray(String[]::new);
  }
}
