package org.sparkradam.mllib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.spark.mllib.regression.LabeledPoint;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** MLlib's trainers with our updaters on {@code local-cluster[2,1,1024]}: separate executors. */
class UpdaterClusterIT {
  private static final String MASTER = "local-cluster[2,1,1024]";
  private static final long TIMEOUT_SECONDS = 600;
  private static final double RELATIVE_PERCENT = 1e-10;
  private static final Path BASEDIR = Path.of(System.getProperty("sparkradam.basedir"));
  private static final Map<String, String[]> RESULTS = new HashMap<>();

  @BeforeAll
  static void trainOnTheCluster(@TempDir Path folder)
      throws IOException, InterruptedException, URISyntaxException {
    Path results = folder.resolve("results.txt");
    Path log = folder.resolve("driver.log");
    Process driver = submit(results, log);
    try {
      boolean ended = driver.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      assertThat(ended && driver.exitValue() == 0).as(Files.readString(log)).isTrue();
    } finally {
      driver.descendants().forEach(ProcessHandle::destroy);
      driver.destroy();
    }
    for (String line : Files.readAllLines(results)) {
      String[] words = line.split(" ", -1);
      RESULTS.put(words[0], Arrays.copyOfRange(words, 1, words.length));
    }
  }

  private static Process submit(Path results, Path log) throws IOException, URISyntaxException {
    String jar = System.getProperty("sparkradam.jar");
    Path tests =
        Path.of(ClusterTraining.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    ProcessBuilder command =
        new ProcessBuilder(
            BASEDIR.resolve("spark-jobs/spark-submit").toString(),
            "--master",
            MASTER,
            "--driver-class-path",
            tests + ":" + jar,
            "--class",
            ClusterTraining.class.getName(),
            "--conf",
            "spark.ui.enabled=false",
            "--conf",
            "spark.cores.max=2",
            // No task before both executors are there.
            "--conf",
            "spark.scheduler.minRegisteredResourcesRatio=1",
            "--conf",
            "spark.scheduler.maxRegisteredResourcesWaitingTime=120s",
            jar,
            results.toString());
    command.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    command.environment().put("SPARK_DRIVER_MEMORY", "1g");
    return command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  @Test
  void executorsAreTwoProcesses() {
    assertThat(RESULTS.get(ClusterTraining.EXECUTORS)).hasSize(2).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void trainersEqualAPlainLoop(UpdaterKind kind) {
    for (MllibAlgorithm algorithm : MllibAlgorithm.values()) {
      double[] expected =
          algorithm.plain(kind).fullBatch(new double[Rows.FEATURES], algorithm.rows).weights();
      assertTrained(kind, algorithm.name(), expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void gradientDescentEqualsAPlainLoop(UpdaterKind kind) {
    MllibAlgorithm logistic = MllibAlgorithm.LOGISTIC_REGRESSION;
    double[] expected =
        logistic.plain(kind).fullBatch(new double[Rows.FEATURES], logistic.rows).weights();
    assertTrained(kind, ClusterTraining.DESCENT, expected);
  }

  @ParameterizedTest
  @EnumSource
  void streamEqualsPlainLoopsBatchByBatch(UpdaterKind kind) {
    double[] expected = new double[Rows.FEATURES];
    for (List<LabeledPoint> batch : ClusterTraining.batches()) {
      expected =
          MllibAlgorithm.LOGISTIC_REGRESSION.plain(kind).fullBatch(expected, batch).weights();
    }
    assertTrained(kind, ClusterTraining.STREAMING, expected);
  }

  private static void assertTrained(UpdaterKind kind, String trainer, double[] expected) {
    String name = kind + "/" + trainer;
    assertThat(RESULTS).containsKey(name);
    String[] trained = RESULTS.get(name);
    assertThat(trained).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(Double.parseDouble(trained[i]))
          .as("%s, weight %s", name, i)
          .isCloseTo(expected[i], withinPercentage(RELATIVE_PERCENT));
    }
  }
}
