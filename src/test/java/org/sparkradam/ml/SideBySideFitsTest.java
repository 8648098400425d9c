package org.sparkradam.ml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.DataStreamWriter;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.testing.LocalSpark;

/** Fits that are not alone in their session. */
class SideBySideFitsTest {
  private static final Dataset<Row> TABLE = StageRows.classes(200, 2);

  private static MiniBatchLogisticRegression quick() {
    return new MiniBatchLogisticRegression().setMaxIter(15).setNumPartitions(2).setBatchSize(64);
  }

  @Test
  void twoAtOnceAreAsEachAlone(@TempDir Path folder) {
    Vector slow = quick().setStepSize(0.01).fit(TABLE).coefficients();
    Vector fast = quick().fit(TABLE).coefficients();
    CompletableFuture<Vector> first = fit(quick().setStepSize(0.01), folder);
    CompletableFuture<Vector> second = fit(quick(), folder);
    assertThat(first.join()).isEqualTo(slow);
    assertThat(second.join()).isEqualTo(fast);
    assertThat(folder).isEmptyDirectory();
  }

  private static CompletableFuture<Vector> fit(MiniBatchLogisticRegression stage, Path folder) {
    stage.setCheckpointDir(folder.toString()).setCheckpointInterval(3);
    return CompletableFuture.supplyAsync(() -> stage.fit(TABLE).coefficients());
  }

  /** Each batch of a stream goes on from the model of the one before. */
  @Test
  void aStreamTrainsBatchAfterBatch(@TempDir Path folder) throws Exception {
    String table = folder.resolve("table").toString();
    TABLE.repartition(2).write().option("maxRecordsPerFile", 100).parquet(table);
    List<LogisticRegressionModel> models = new ArrayList<>();
    VoidFunction2<Dataset<Row>, Long> train =
        (batch, number) -> {
          MiniBatchLogisticRegression stage = quick();
          if (!models.isEmpty()) {
            stage.setInitialModel(models.get(models.size() - 1));
          }
          models.add(stage.fit(batch));
        };
    Dataset<Row> stream =
        LocalSpark.session()
            .readStream()
            .schema(TABLE.schema())
            .option("maxFilesPerTrigger", 1)
            .parquet(table);
    StreamingQuery query = started(stream.writeStream(), train, folder.resolve("progress"));
    query.awaitTermination();
    assertThat(models).hasSize(2);
    assertThat(models.get(1).coefficients()).isNotEqualTo(models.get(0).coefficients());
  }

  /** By reflection, since the writer's methods return another type on each line of Spark. */
  private static StreamingQuery started(
      DataStreamWriter<Row> writer, VoidFunction2<Dataset<Row>, Long> batch, Path progress)
      throws ReflectiveOperationException {
    Class<?> type = DataStreamWriter.class;
    type.getMethod("option", String.class, String.class)
        .invoke(writer, "checkpointLocation", progress.toString());
    type.getMethod("trigger", Trigger.class).invoke(writer, Trigger.AvailableNow());
    type.getMethod("foreachBatch", VoidFunction2.class).invoke(writer, batch);
    return (StreamingQuery) type.getMethod("start").invoke(writer);
  }
}
