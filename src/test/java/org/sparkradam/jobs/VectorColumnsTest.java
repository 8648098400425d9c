package org.sparkradam.jobs;

import static org.apache.spark.ml.functions.array_to_vector;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.testing.LocalSpark;

/** Columns of arrays and of vectors of several sizes, beside numbers. */
class VectorColumnsTest {
  @TempDir private Path temp;

  @BeforeEach
  void onSpark4() {
    assumeThat(LocalSpark.session().version()).doesNotStartWith("3.");
  }

  private Dataset<Row> table(String embedding) {
    String path = temp + "/" + System.nanoTime() + ".parquet";
    LocalSpark.session()
        .sql(
            ("SELECT id, id %% 4 AS x, CAST(%s AS ARRAY<FLOAT>) AS embedding,"
                    + " array(id %% 3, 1D) AS pair, array(1D, id %% 2, 0.5D) AS triple,"
                    + " IF(id %% 5 + id %% 3 > 3, 'yes', 'no') AS label FROM range(300)")
                .formatted(embedding))
        .withColumn("pair", array_to_vector(col("pair")))
        .withColumn("triple", array_to_vector(col("triple")))
        .coalesce(1)
        .write()
        .parquet(path);
    return LocalSpark.session().read().parquet(path);
  }

  private JobRun train(Dataset<Row> table) {
    return JobRun.of(
        new Train(),
        "--data",
        table.inputFiles()[0],
        "--exclude",
        "id",
        "--steps",
        "60",
        "--out",
        temp + "/trained");
  }

  private JobRun score(Dataset<Row> table) {
    return JobRun.of(
        new Score(),
        "--model",
        temp + "/trained",
        "--data",
        table.inputFiles()[0],
        "--out",
        temp + "/scored");
  }

  @Test
  void trainedOnAndScoredByTheJobAndBySparkAlone() {
    Dataset<Row> table = table("array(id % 5, 0.5)");
    JobRun trained = train(table);
    trained.assertDone();
    assertThat(trained.out()).contains("vectors, as they are: embedding (2), pair (2), triple (3)");
    score(table).assertDone();
    Dataset<Row> scored = LocalSpark.session().read().parquet(temp + "/scored/predictions");
    PipelineModel model = PipelineModel.load(temp + "/trained/model");
    assertThat(model.stages())
        .extracting(Transformer::getClass)
        .allMatch(stage -> stage.getName().startsWith("org.apache.spark.ml."));
    Dataset<Row> alone = model.transform(table.drop("label"));
    assertThat(alone.schema().apply("embedding"))
        .isEqualTo(table.schema().apply("embedding"))
        .isEqualTo(scored.schema().apply("embedding"));
    assertThat(alone.select("id", "prediction").orderBy("id").collectAsList())
        .isEqualTo(scored.select("id", "prediction").orderBy("id").collectAsList());
    assertThat(scored.where("label = predicted_label").count()).isGreaterThan(270);
  }

  @Test
  void arraysThatTheModelCannotTakeAreNamed() {
    train(table("array(id % 5, 0.5)")).assertDone();
    score(table("IF(id = 7, array(1), array(id % 5, 0.5))"))
        .assertRefused("1 row: no array of 2 elements in column embedding");
    score(table("IF(id = 7, array(1, NULL), array(id % 5, 0.5))"))
        .assertRefused("1 row: null in an array of column embedding");
  }
}
