package org.sparkradam.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.PredictionModel;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.table.ScoringTable;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.testing.LocalSpark;

/** A pipeline of Spark's alone, which calls its columns what it likes. */
class PredictionsTest {
  private static LoadedPipeline pipeline;

  @TempDir Path temp;

  @BeforeAll
  static void fit() {
    LogisticRegression regression =
        new LogisticRegression()
            .setMaxIter(2)
            .setPredictionCol("guess")
            .setProbabilityCol("chance")
            .setRawPredictionCol("margin");
    PipelineModel fitted =
        new Pipeline()
            .setStages(
                new PipelineStage[] {
                  new VectorAssembler().setInputCols(new String[] {"x"}).setOutputCol("features"),
                  regression
                })
            .fit(table("prediction"));
    pipeline =
        new LoadedPipeline(
            fitted, (PredictionModel<?, ?>) fitted.stages()[1], ScoringTable.schemaOf(fitted));
  }

  private static Dataset<Row> table(String another) {
    return LocalSpark.session()
        .range(100)
        .selectExpr("id AS x", "cast(id % 2 AS double) AS label", "'mine' AS " + another);
  }

  @Test
  void namesOfTheModelsOwn() {
    Predictions predictions = Predictions.of(pipeline, table("prediction"));
    assertThat(LabelledPredictions.of(predictions, "label").metrics().orElseThrow())
        .containsKeys("log loss", "area under ROC");
    String path = temp.resolve("p").toString();
    predictions.write(PredictionTarget.parquet(path));
    Dataset<Row> written = LocalSpark.session().read().parquet(path);
    assertThat(written.columns())
        .containsExactly("x", "label", "prediction", "features", "guess", "chance_0", "chance_1");
  }

  @Test
  void aTableMustNotHaveThem() {
    assertThatThrownBy(() -> Predictions.of(pipeline, table("Guess")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("the table has a column Guess, which the model writes");
  }

  @Test
  void aTableOfOtherColumns() {
    assertThatThrownBy(() -> Predictions.of(pipeline, table("y").drop("x")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("the model does not take this table");
  }

  @Test
  void aTableOfOneClass() {
    Dataset<Row> zeros = table("y").where("label = 0");
    assertThat(
            LabelledPredictions.of(Predictions.of(pipeline, zeros), "label")
                .metrics()
                .orElseThrow())
        .containsEntry("area under ROC", Measured.notDefined("none is of class '1'"))
        .containsEntry("F1", Measured.notDefined("none is of class '1'"));
  }
}
