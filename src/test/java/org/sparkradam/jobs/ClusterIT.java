package org.sparkradam.jobs;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.testing.SmallTables;

/** The finished jar through the scripts: local, and on a standalone cluster of real processes. */
class ClusterIT {
  private static final List<String> FILES =
      List.of("curves.csv", "report.html", "run.json", "summary.csv");

  @TempDir static Path temp;
  private static Launcher launcher;
  private static Path table;
  private static Path local;

  @BeforeAll
  static void compareLocally() throws Exception {
    launcher = new Launcher(Files.createDirectory(temp.resolve("logs")));
    table = temp.resolve("a table");
    Launcher.Run generated =
        launcher.run(
            "generate-data",
            "--out",
            table.toString(),
            "--rows",
            "2000",
            "--numeric",
            "4",
            "--categorical",
            "1",
            "--partitions",
            "2",
            "--master",
            "local[2]");
    generated.assertDone();
    assertThat(generated.complaints()).isEmpty();
    assertThat(generated.out()).contains("2,000 rows in " + table);
    local = temp.resolve("local");
    Launcher.Run compared = launcher.run("compare-optimizers", comparison(local, "local[2]"));
    compared.assertDone();
    assertThat(compared.complaints()).isEmpty();
  }

  @AfterAll
  static void nothingIsLeftRunning() throws InterruptedException {
    assertThat(launcher.leftOver()).isEmpty();
  }

  @Test
  void writesAllThatAComparisonIs() throws IOException {
    List<String> files = SmallTables.below(local);
    assertThat(files).containsAll(FILES).anyMatch(file -> file.endsWith(".png"));
    assertThat(Files.readAllLines(local.resolve("summary.csv"))).hasSize(1 + 2);
    assertThat(Files.readString(local.resolve("run.json")))
        .contains("\"optimum\"")
        .containsPattern("\"spark-radam\" : \"[0-9]");
  }

  @Test
  void sameResultOnAStandaloneClusterThroughEitherScript() throws Exception {
    EventLog ofLauncher = EventLog.in(temp.resolve("events of launcher"));
    EventLog ofSubmit = EventLog.in(temp.resolve("events of spark-submit"));
    Path launched = temp.resolve("launched");
    Path submitted = temp.resolve("submitted");
    List<String> first = new ArrayList<>(List.of(Launcher.script("compare-optimizers")));
    first.addAll(cluster(ofLauncher));
    first.add("--");
    first.addAll(Arrays.asList(comparison(launched, "MASTER_URL")));
    List<String> second = new ArrayList<>(List.of(Launcher.script("spark-submit")));
    second.addAll(List.of("--master", "MASTER_URL"));
    second.addAll(cluster(ofSubmit));
    second.addAll(List.of("--class", CompareOptimizers.class.getName(), Launcher.jar().toString()));
    second.addAll(Arrays.asList(comparison(submitted, null)));

    List<String> both = new ArrayList<>(List.of("--workers", "2", "--memory", "1g", "--"));
    both.addAll(List.of("bash", "-c", "\"${@:2:$1}\" && \"${@:$1+2}\"", "bash"));
    both.add(String.valueOf(first.size()));
    both.addAll(first);
    both.addAll(second);
    launcher.run("local-cluster", both.toArray(String[]::new)).assertDone();

    for (Path out : List.of(launched, submitted)) {
      assertThat(SmallTables.below(out)).isEqualTo(SmallTables.below(local));
      assertSameLosses(out);
    }
    for (EventLog events : List.of(ofLauncher, ofSubmit)) {
      assertThat(events.tasksByHost()).containsOnlyKeys("127.0.0.2", "127.0.0.3");
      assertThat(events.tasksByHost().values()).allMatch(tasks -> tasks > 20);
    }
  }

  /** On two, see below. */
  @Test
  void sameBitsOnOneExecutorOfTwoCores() throws Exception {
    EventLog events = EventLog.in(temp.resolve("events of one executor"));
    Path out = temp.resolve("one executor");
    submit("local-cluster[1,2,1024]", events, comparison(out, null)).assertDone();
    assertSameLosses(out);
  }

  /** Where the blocks come over from other JVMs, and where they never leave this one. */
  @Test
  void aFitOnTheDriverHasTheBitsOfOneOnExecutors() throws Exception {
    List<String> executors = coefficients("local-cluster[2,1,1024]", "executors");
    assertThat(coefficients("local-cluster[2,1,1024]", "driver")).isEqualTo(executors);
    assertThat(coefficients("local[2]", "driver")).isEqualTo(executors).hasSizeGreaterThan(5);
  }

  private static List<String> coefficients(String master, String place) throws Exception {
    Path out = temp.resolve("trained on " + place + " of " + master);
    launcher
        .run(
            "train",
            "--conf",
            "spark.serializer=org.apache.spark.serializer.KryoSerializer",
            "--",
            "--data",
            table.toString(),
            "--out",
            out.toString(),
            "--master",
            master,
            "--train-on",
            place,
            "--steps",
            "20",
            "--batch-size",
            "100")
        .assertDone();
    return Files.readAllLines(out.resolve("coefficients.csv"));
  }

  /** The steps after it find its blocks gone, and its shuffle files too. */
  @Test
  void sameBitsWhenAnExecutorIsKilled() throws Exception {
    Path out = temp.resolve("an executor killed");
    Path checkpoints = temp.resolve("checkpoints of the killed");
    Thread killer =
        new Thread(
            () -> {
              CheckpointFiles.await(checkpoints, 50);
              launcher.kill("CoarseGrainedExecutorBackend");
            });
    killer.start();
    EventLog events = EventLog.in(temp.resolve("events of the killed"));
    String[] options =
        longComparison(out, "--checkpoint-dir", checkpoints.toString(), "--checkpoint-every", "25");
    submit("local-cluster[2,1,1024]", events, options).assertDone();
    killer.join();
    assertThat(events.executorsRemoved()).isPositive();
    assertThat(losses(out)).isEqualTo(losses(undisturbed()));
  }

  @Test
  void sameBitsWhenTheDriverIsKilledAndResumed() throws Exception {
    Path out = temp.resolve("killed and resumed");
    Path checkpoints = temp.resolve("checkpoints of the driver");
    List<String> options =
        List.of(
            "--master",
            "local[2]",
            "--checkpoint-dir",
            checkpoints.toString(),
            "--checkpoint-every",
            "25",
            "--resume");
    String[] command = longComparison(out, options.toArray(String[]::new));
    Thread killer =
        new Thread(
            () -> {
              CheckpointFiles.await(checkpoints, 50);
              launcher.kill("CompareOptimizers");
            });
    killer.start();
    Launcher.Run killed = launcher.run("compare-optimizers", command);
    assertThat(killed.status()).isNotZero();
    assertThat(killed.out()).contains("no checkpoint to resume from in file:" + checkpoints);
    killer.join();
    assertThat(out).doesNotExist();
    Launcher.Run resumed = launcher.run("compare-optimizers", command);
    resumed.assertDone();
    assertThat(resumed.out()).contains("resuming from file:" + checkpoints + "/step-");
    assertThat(losses(out)).isEqualTo(losses(undisturbed()));
  }

  /** The long comparison without a break, run once. */
  private static Path undisturbed() throws Exception {
    Path out = temp.resolve("undisturbed");
    if (!Files.exists(out)) {
      launcher.run("compare-optimizers", longComparison(out, "--master", "local[2]")).assertDone();
    }
    return out;
  }

  private static Launcher.Run submit(String master, EventLog events, String[] options)
      throws Exception {
    List<String> words = new ArrayList<>(List.of("--master", master));
    words.addAll(cluster(events));
    words.addAll(List.of("--class", CompareOptimizers.class.getName(), Launcher.jar().toString()));
    words.addAll(Arrays.asList(options));
    return launcher.run("spark-submit", words.toArray(String[]::new));
  }

  private static String[] longComparison(Path out, String... options) {
    List<String> words = new ArrayList<>(Arrays.asList(comparison(out, null)));
    words.set(words.indexOf("--steps") + 1, "600");
    words.addAll(Arrays.asList(options));
    return words.toArray(String[]::new);
  }

  @Test
  void badInputIsOneLineAndStatusTwo() throws Exception {
    Path out = temp.resolve("refused");
    Launcher.Run noColumn =
        launcher.run(
            "compare-optimizers",
            "--data",
            table.toString(),
            "--label",
            "lable",
            "--out",
            out.toString(),
            "--master",
            "local[2]");
    assertThat(noColumn.complaints())
        .containsExactly(
            "compare-optimizers: --label lable: there is no such column; did you mean label?");
    assertThat(noColumn.status()).isEqualTo(JobRunner.BAD_INPUT);
    assertThat(out).doesNotExist();
  }

  @Test
  void aTableThatExistsIsRefused() throws Exception {
    Launcher.Run taken =
        launcher.run("generate-data", "--out", table.toString(), "--master", "local[1]");
    assertThat(taken.complaints()).hasSize(1);
    assertThat(taken.err()).contains("exists already; name another, or say --overwrite");
    assertThat(taken.status()).isEqualTo(JobRunner.BAD_INPUT);
  }

  @Test
  void taskFailureThatTheUserCausedIsOneLine() throws Exception {
    Launcher.Run failed =
        launcher.run(
            "compare-optimizers",
            "--data",
            table.toString(),
            "--master",
            "local[2]",
            "--out",
            temp.resolve("failed").toString(),
            "--select",
            "SELECT *, -- see\n--\ncast('a' || label AS int) AS d FROM __THIS__");
    assertThat(failed.complaints()).hasSize(1);
    assertThat(failed.err()).contains("--select over " + table, "CAST_INVALID_INPUT");
    assertThat(failed.status()).isEqualTo(JobRunner.BAD_INPUT);
  }

  @Test
  void scriptsWorkThroughLinksAndSayWhatIsWrongWithSparkHome() throws Exception {
    Path link = temp.resolve("a link");
    Files.createSymbolicLink(link, Path.of(Launcher.script("compare-optimizers")));
    Launcher.Run version = launcher.run(Map.of("SPARK_HOME", ""), link.toString(), "--version");
    version.assertDone();
    assertThat(version.out()).containsPattern("spark-radam [0-9]").contains("spark ", "java 1");

    Launcher.Run noSpark =
        launcher.run(Map.of("SPARK_HOME", temp.toString()), link.toString(), "--version");
    assertThat(noSpark.complaints()).hasSize(1);
    assertThat(noSpark.err()).contains("SPARK_HOME is " + temp, "unset it");
    assertThat(noSpark.status()).isEqualTo(JobRunner.BAD_INPUT);
  }

  @Test
  void aCheckoutWithoutABuildIsBuilt() throws Exception {
    Path project = Files.createDirectory(temp.resolve("fresh checkout"));
    Path scripts = Files.createDirectory(project.resolve("spark-jobs"));
    for (String name : List.of("compare-optimizers", "job.sh", "environment.sh", "spark-submit")) {
      Files.copy(Path.of(Launcher.script(name)), scripts.resolve(name), COPY_ATTRIBUTES);
    }
    Path maven = Files.createDirectory(temp.resolve("bin")).resolve("mvn");
    Files.writeString(maven, "#!/bin/sh\necho '[ERROR] no network'\nexit 1\n");
    assertThat(maven.toFile().setExecutable(true)).isTrue();

    String path = maven.getParent() + ":" + System.getenv("PATH");
    Launcher.Run run =
        launcher.run(
            Map.of("SPARK_HOME", "", "PATH", path),
            scripts.resolve("compare-optimizers").toString(),
            "--version");
    assertThat(run.err()).contains("building", "[ERROR] no network", "target/build.log");
    assertThat(run.status()).isEqualTo(JobRunner.FAILED);
  }

  private static List<String> cluster(EventLog events) {
    // Both workers' executors from the first task on; and Kryo, as many clusters have it.
    return Stream.concat(
            Stream.of(
                "--conf",
                "spark.scheduler.minRegisteredResourcesRatio=1.0",
                "--conf",
                "spark.serializer=org.apache.spark.serializer.KryoSerializer"),
            Stream.of(events.options()))
        .toList();
  }

  private static String[] comparison(Path out, String master) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "--data",
                table.toString(),
                "--out",
                out.toString(),
                "--partitions",
                "2",
                "--solvers",
                "radam,sgd:momentum=0.9",
                "--learning-rates",
                "0.1",
                "--seeds",
                "3",
                "--steps",
                "10",
                "--batch-size",
                "200"));
    if (master != null) {
      options.addAll(List.of("--master", master));
    }
    return options.toArray(String[]::new);
  }

  /** To the last bit, wherever the tasks ran. */
  private static void assertSameLosses(Path out) throws IOException {
    assertThat(losses(out)).isEqualTo(losses(local)).hasSize(2);
  }

  /** Training loss, test loss and metric of every trial, as they are written: all digits. */
  private static List<String> losses(Path out) throws IOException {
    return Files.readAllLines(out.resolve("summary.csv")).stream()
        .skip(1)
        .map(row -> row.split(",", -1))
        // A solver's settings hold no comma.
        .map(f -> String.join(",", f[6], f[7], f[8]))
        .toList();
  }
}
