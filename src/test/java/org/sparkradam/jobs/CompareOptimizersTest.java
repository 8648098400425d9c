package org.sparkradam.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkradam.testing.LocalSpark;
import org.sparkradam.testing.SmallTables;

/** Small comparisons of every format and task, and all that they write. */
class CompareOptimizersTest {
  private static final String SUMMARY =
      "trial,solver,learning_rate,seed,steps,rows_seen,train_loss,test_loss,test_metric,metric,"
          + "diverged,seconds";
  private static final String CURVES =
      "trial,step,epoch,rows_seen,seconds,train_loss,test_loss,test_metric";

  @TempDir Path temp;
  private SmallTables tables;
  private Path out;

  @BeforeEach
  void tables() {
    tables = new SmallTables(temp);
    out = temp.resolve("new/results");
  }

  @Test
  void libsvmWithATestFile() throws IOException {
    String test = tables.libsvm("test.libsvm", 2);
    compare(
        tables.libsvm("train.libsvm", 1),
        "--test-data",
        test,
        "--solvers",
        "radam,sgd:momentum=0.9");
    assertComplete("auc", 2);
    JsonNode run = run();
    assertThat(run.path("features").asInt()).isEqualTo(7);
    assertThat(run.path("trainingRows").asInt()).isEqualTo(240);
    assertThat(run.path("testRows").asInt()).isEqualTo(240);
    assertThat(summary().get(1)).startsWith("1,radam,0.1,1,12,720,");
  }

  @Test
  void csvWithATextLabel() throws IOException {
    JobRun job = compare(tables.csv("t.csv", List.of("no", "yes")), "--header");
    assertComplete("auc", 3);
    assertThat(job.out()).contains("'no' → 0, 'yes' → 1", "report: " + out + "/report.html");
    assertThat(run().path("classes").toString()).isEqualTo("[\"no\",\"yes\"]");
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("spark-jobs/compare-optimizers --data")
        .doesNotContain("<script");
  }

  @Test
  void csvRegression() throws IOException {
    String table = tables.csv("t.csv", Stream.of(0, 1, 2, 3).map(i -> i + ".25").toList());
    compare(table, "--header", "--separator", ",", "--reg-param", "0.01", "--elastic-net", "0.5");
    assertComplete("rmse", 3);
  }

  @Test
  void multiclass() throws IOException {
    compare(tables.csv("t.csv", List.of("p", "q", "r")), "--header", "--categorical", "c");
    assertComplete("accuracy", 3);
  }

  @Test
  void parquet() throws IOException {
    String csv = tables.csv("t.csv", List.of("0", "1"));
    String parquet = temp.resolve("table").toString();
    LocalSpark.session()
        .read()
        .option("header", true)
        .option("inferSchema", true)
        .csv(csv)
        .write()
        .parquet(parquet);
    compare(parquet, "--select", "SELECT *, x * x AS x2 FROM __THIS__", "--exclude", "y");
    assertComplete("auc", 3);
    assertThat(run().path("features").asInt()).isEqualTo(2 + 4);
  }

  @Test
  void rowWeightsCount() throws IOException {
    String csv = tables.csv("t.csv", List.of("0", "1"));
    String select = "SELECT x, c, label, abs(y) AS w FROM __THIS__";
    compare(csv, "--header", "--select", select, "--weight", "w");
    assertComplete("auc", 3);
    List<String> weighted = summary();
    compare(csv, "--header", "--select", select, "--exclude", "w", "--overwrite");
    assertThat(summary().get(1).split(",", -1)[6]).isNotEqualTo(weighted.get(1).split(",", -1)[6]);
  }

  @ParameterizedTest
  @CsvSource({"fm, 'radam,lbfgs'", "mlp, 'radam,lbfgs:maxIter=5'"})
  void otherModels(String model, String solvers) throws IOException {
    String table = tables.csv("t.csv", List.of("0", "1"));
    compare(table, "--header", "--model", model, "--hidden-layers", "4", "--solvers", solvers);
    assertComplete("auc", 2);
    assertThat(Files.readString(out.resolve("report.html"))).contains("best by L-BFGS");
  }

  @Test
  void theDriverGivesTheSameFigures() throws IOException {
    String table = tables.libsvm("t.libsvm", 1);
    compare(table);
    List<String> onExecutors = losses();
    assertThat(run().path("trainedOn").asText()).isEqualTo("executors");
    out = temp.resolve("driver");
    compare(table, "--train-on", "driver");
    assertThat(run().path("trainedOn").asText()).isEqualTo("driver");
    assertThat(losses()).isEqualTo(onExecutors);
  }

  /** Of each trial what it was and what came of it, but for seconds. */
  private List<String> losses() throws IOException {
    return summary().stream()
        .map(row -> row.split(",", -1))
        .map(fields -> String.join(",", fields[1], fields[2], fields[3], fields[6], fields[7]))
        .toList();
  }

  @Test
  void mllibsEngineIsThereForComparison() throws IOException {
    compare(tables.libsvm("t.libsvm", 1), "--engine", "mllib");
    assertComplete("auc", 3);
    assertThat(run().path("engine").asText()).isEqualTo("MLLIB");
  }

  @Test
  void aRunIsResumedOnItsOwnTableOnly() throws IOException {
    String folder = temp.resolve("checkpoints").toString();
    String table = tables.libsvm("t.libsvm", 1);
    String[] options = {"--checkpoint-dir", folder, "--checkpoint-every", "5"};
    assertThat(compare(table, options).out()).doesNotContain("resum", "checkpoint");
    List<String> first = summary();
    String[] again = {"--checkpoint-dir", folder, "--overwrite"};
    JobRun.of(new CompareOptimizers(), arguments(table, again))
        .assertRefused("has checkpoints of an earlier run; add --resume");
    String[] resumed = {"--checkpoint-dir", folder, "--overwrite", "--resume"};
    assertThat(compare(table, resumed).out())
        .containsPattern(
            "resuming from file:"
                + folder
                + "/step-.*: step (\\d+) of \\1 done, 0 left;"
                + " L-BFGS for comparison, iteration [1-9].* done, 0 left");
    assertThat(summary()).isEqualTo(first);
    JobRun.of(new CompareOptimizers(), arguments(tables.libsvm("u.libsvm", 2), resumed))
        .assertRefused("training data was");
    assertThat(summary()).isEqualTo(first);
  }

  @Test
  void hostileNames() throws IOException {
    List<String> names =
        List.of(
            "<script>alert(1)</script>", "a.b", "a b", "back`tick", "quo'te", "dou\"\"ble", "é€");
    Stream<String> header =
        Stream.of("\"" + String.join("\",\"", names) + "\",\"the <b>label</b>\"");
    Stream<String> rows =
        Stream.iterate(0, i -> i + 1)
            .limit(200)
            .map(
                i ->
                    String.format(
                        Locale.ROOT,
                        "%d,%d,%d,%d,%d,%d,%d,%s",
                        i,
                        i % 7,
                        i % 5,
                        i % 11,
                        i % 3,
                        i % 13,
                        i % 17,
                        i % 2 == 0 ? "<img src=x onerror=alert(2)>" : "no & co"));
    compare(
        tables.file("<hostile> & co.csv", Stream.concat(header, rows)),
        "--header",
        "--label",
        "the <b>label</b>",
        "--features",
        "<script>alert(1)</script>,a.b,a b,back`tick,quo'te,dou\"ble,é€");
    assertComplete("auc", 3);
    assertThat(Files.readString(out.resolve("report.html")))
        .doesNotContain("<script>", "<img src=x", "<b>label", "<hostile>");
  }

  @Test
  void skipsBadRowsAndOverwritesItsOwnFilesOnly() throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve("notes.txt"), "mine");
    Files.writeString(out.resolve("summary.csv"), "old");
    String table = tables.csvThatEndsIn("t.csv", "oops,3,1", "3,4", "1,2,");
    JobRun job = compare(table, "--header", "--bad-rows", "skip", "--overwrite", "--model", "svm");
    assertThat(job.out()).contains("63 read, 1 without label and 2 bad ones left out");
    assertThat(out.resolve("notes.txt")).hasContent("mine");
    assertThat(summary().get(0)).isEqualTo(SUMMARY);
  }

  /** Needs to be root on Linux, for a file system so small. */
  @Test
  void fullDiskIsStatusOneAndNamesTheFile() throws Exception {
    Files.createDirectories(out);
    assumeTrue(mounted("mount", "-t", "tmpfs", "-o", "size=48k", "none", out.toString()));
    try {
      JobRun run = JobRun.of(new CompareOptimizers(), arguments(tables.libsvm("t.libsvm", 1)));
      assertThat(run.status()).isEqualTo(JobRunner.FAILED);
      assertThat(run.err().lines()).hasSize(1);
      assertThat(run.err()).contains("cannot write", out.toString(), "No space left on device");
      assertThat(summary()).hasSize(4);
    } finally {
      mounted("umount", out.toString());
    }
  }

  private static boolean mounted(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private JobRun compare(String table, String... options) {
    JobRun run = JobRun.of(new CompareOptimizers(), arguments(table, options));
    run.assertDone();
    return run;
  }

  private String[] arguments(String table, String... options) {
    String common = "--steps 12 --batch-size 60 --learning-rates 0.1 --seeds 1";
    return Stream.of(
            Stream.of("--data", table, "--out", out.toString()),
            Stream.of(common.split(" ", -1)),
            Stream.of(options))
        .flatMap(words -> words)
        .toArray(String[]::new);
  }

  private void assertComplete(String metric, int trials) throws IOException {
    List<String> files = SmallTables.below(out);
    assertThat(files)
        .contains("summary.csv", "curves.csv", "run.json", "report.html")
        .anyMatch(name -> name.endsWith(".png"))
        .allMatch(name -> name.matches("[a-z0-9-]+\\.(csv|json|png|html)"));
    assertThat(summary().get(0)).isEqualTo(SUMMARY);
    assertThat(summary()).hasSize(trials + 1);
    for (String row : summary().subList(1, trials + 1)) {
      String[] fields = row.split(",", -1);
      assertThat(Double.parseDouble(fields[6])).isFinite().isPositive();
      assertThat(Double.parseDouble(fields[7])).isFinite().isPositive();
      assertThat(fields[9]).isEqualTo(metric);
      assertThat(fields[10]).isEqualTo("false");
    }
    List<String> curves = Files.readAllLines(out.resolve("curves.csv"));
    assertThat(curves.get(0)).isEqualTo(CURVES);
    assertThat(curves).hasSizeGreaterThan(2 * trials);
    assertThat(run().path("job").asText()).isEqualTo("compare-optimizers");
    assertThat(run().path("fingerprint").asText()).matches("[0-9a-f]{16}");
    String page = Files.readString(out.resolve("report.html"));
    assertThat(page).startsWith("<!DOCTYPE html>").doesNotContain("src=\"http", "href=\"http");
  }

  private List<String> summary() throws IOException {
    return Files.readAllLines(out.resolve("summary.csv"));
  }

  private JsonNode run() throws IOException {
    return new ObjectMapper().readTree(out.resolve("run.json").toFile());
  }
}
