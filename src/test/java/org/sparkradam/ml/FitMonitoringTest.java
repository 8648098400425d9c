package org.sparkradam.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkradam.testing.LocalSpark;

class FitMonitoringTest {
  private static final Dataset<Row> TABLE =
      StageRows.classes(200, 2).withColumn("held", functions.expr("weight > 1.7"));

  private static MiniBatchLogisticRegression quick() {
    return new MiniBatchLogisticRegression("stage")
        .setMaxIter(12)
        .setNumPartitions(2)
        .setBatchSize(64);
  }

  @Test
  void everyJobSaysWhatItIs() throws Exception {
    Set<String> seen = new ConcurrentSkipListSet<>();
    SparkListener listener =
        new SparkListener() {
          @Override
          public void onJobStart(SparkListenerJobStart job) {
            seen.add(String.valueOf(job.properties().getProperty("spark.job.description")));
          }
        };
    LocalSpark.context().setJobDescription("mine");
    LocalSpark.context().sc().addSparkListener(listener);
    try {
      quick().setTrainOn("executors").fit(TABLE);
      LocalSpark.context().sc().listenerBus().waitUntilEmpty();
      assertThat(LocalSpark.context().getLocalProperty("spark.job.description")).isEqualTo("mine");
    } finally {
      LocalSpark.context().sc().removeSparkListener(listener);
      LocalSpark.context().setJobDescription(null);
    }
    assertThat(seen)
        .contains(
            "stage: looks at all rows",
            "stage: shuffles rows into blocks",
            "stage: step 1 of 12",
            "stage: step 12 of 12")
        .allMatch(text -> text.startsWith("stage: "));
  }

  @Test
  void metricsAreJsonLines(@TempDir Path folder) throws Exception {
    MiniBatchLogisticRegression stage =
        quick()
            .setMetricsPath(folder.toString())
            .setValidationIndicatorCol("held")
            .setValidationInterval(4);
    double[] history = stage.fit(TABLE).summary().objectiveHistory();
    stage.fit(TABLE);
    List<Path> files = files(folder);
    assertThat(files).hasSize(2);
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(files.get(0))) {
      lines.add(new ObjectMapper().readTree(line));
    }
    assertThat(lines).hasSize(15);
    assertThat(lines.get(0).at("/settings/solver").asText()).isEqualTo("\"radam\"");
    assertThat(lines.get(5).get("step").asInt()).isEqualTo(4);
    assertThat(lines.get(5).get("loss").asDouble()).isEqualTo(history[3]);
    assertThat(lines.get(5).get("heldOutLoss").asDouble()).isPositive();
    assertThat(lines.get(6).has("heldOutLoss")).isFalse();
    assertThat(lines.get(14).get("event").asText()).isEqualTo("stop");
  }

  @Test
  void aLossThatIsNoNumberIsNull(@TempDir Path folder) throws Exception {
    MiniBatchLogisticRegression stage =
        quick().setSolver("sgd").setStepSize(1e308).setMetricsPath(folder.toString());
    assertThatThrownBy(() -> stage.fit(TABLE)).hasMessageContaining("diverged");
    String text = Files.readString(files(folder).get(0));
    assertThat(text).contains("\"loss\":null").doesNotContain("Infinity", "NaN");
  }

  private static List<Path> files(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).toList();
    }
  }

  @Test
  void listenersAreToldOfTheStartAndEveryStep() {
    List<Long> steps = new ArrayList<>();
    quick().setTrainingListener(state -> steps.add(state.step())).copy(ParamMap.empty()).fit(TABLE);
    assertThat(steps).hasSize(13).startsWith(0L, 1L).endsWith(12L);
  }

  /** Between two jobs there is none to cancel, so it is asked for until it is heard. */
  @ParameterizedTest
  @ValueSource(strings = {"driver", "executors"})
  void aFitCanBeCancelledAndLeavesNothingCached(String place) throws Exception {
    LocalSpark.context().getPersistentRDDs().values().forEach(rdd -> rdd.unpersist(true));
    CountDownLatch started = new CountDownLatch(1);
    List<Throwable> thrown = new ArrayList<>();
    MiniBatchLogisticRegression stage =
        quick()
            .setTrainOn(place)
            .setMaxIter(100_000_000)
            .setTrainingListener(state -> started.countDown());
    Thread fit =
        new Thread(
            () -> {
              LocalSpark.context().setJobGroup("fit", "to be cancelled", true);
              try {
                stage.fit(TABLE);
              } catch (Throwable e) {
                thrown.add(e);
              }
            });
    fit.start();
    started.await();
    while (fit.isAlive()) {
      LocalSpark.context().cancelJobGroup("fit");
      fit.join(2);
    }
    assertThatThrownBy(
            () -> {
              throw thrown.get(0);
            })
        .hasMessageContaining("cancelled");
    assertThat(LocalSpark.context().getPersistentRDDs()).isEmpty();
  }

  @Test
  void aFitOnTheDriverEndsWhenItsThreadIsInterrupted() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    List<Throwable> thrown = new ArrayList<>();
    Thread fit =
        new Thread(
            () -> {
              try {
                quick()
                    .setTrainOn("driver")
                    .setMaxIter(100_000_000)
                    .setTrainingListener(state -> started.countDown())
                    .fit(TABLE);
              } catch (Throwable e) {
                thrown.add(e);
              }
            });
    fit.start();
    started.await();
    fit.interrupt();
    fit.join(20_000);
    assertThat(fit.isAlive()).isFalse();
    assertThat(thrown).hasSize(1);
    assertThat(thrown.get(0)).hasMessageContaining("interrupted");
  }
}
