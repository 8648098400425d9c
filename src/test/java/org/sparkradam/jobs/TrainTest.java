package org.sparkradam.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkradam.testing.LocalSpark;
import org.sparkradam.testing.SmallTables;

/** Small fits of every task, and all that they write. */
class TrainTest {
  @TempDir Path temp;
  private SmallTables tables;
  private Path out;

  @BeforeEach
  void tables() {
    tables = new SmallTables(temp);
    out = temp.resolve("new/results");
  }

  @Test
  void twoClasses() throws IOException {
    JobRun job = train(tables.csv("t.csv", List.of("no", "yes")), "--header");
    assertThat(job.out())
        .contains("'no' → 0, 'yes' → 1", "area under ROC", "report: " + out + "/report.html");
    assertComplete("log loss", "roc.png", "precision-recall.png", "calibration.png");
    assertThat(coefficients())
        .contains("feature,class,coefficient")
        .anyMatch(line -> line.startsWith("x,,"))
        .anyMatch(line -> line.startsWith("c=a,,"))
        .anyMatch(line -> line.startsWith("(intercept),,"));
    assertThat(Files.readAllLines(out.resolve("curves.csv"))).hasSize(1 + 30);
    JsonNode run = run();
    assertThat(run.path("classes").toString()).isEqualTo("[\"no\",\"yes\"]");
    assertThat(run.path("fingerprint").asText()).matches("[0-9a-f]{16}");
    assertThat(run.path("stage").path("standardization").asText()).isEqualTo("false");
    assertThat(run.path("stage").path("batchSize").asText()).isEqualTo("60");
    assertSparksAlone();
  }

  @Test
  void toTheOptimumOnTheDriver() throws IOException {
    String table = tables.csv("t.csv", List.of("no", "yes"));
    String options =
        "--header --solver lbfgs --steps 30 --reg-param 0.01 --shuffle partition --train-on driver";
    JobRun.of(
            new Train(),
            Stream.concat(
                    Stream.of("--data", table, "--out", out.toString()),
                    Stream.of(options.split(" ", -1)))
                .toArray(String[]::new))
        .assertDone();
    assertThat(Files.readAllLines(out.resolve("curves.csv"))).hasSizeBetween(5, 31);
    assertThat(run().path("trainedOn").asText()).isEqualTo("driver");
    assertThat(run().path("stage").path("shuffle").asText()).isEqualTo("partition");
    assertThat(run().path("stage").path("solver").asText()).isEqualTo("lbfgs");
    assertSparksAlone();
  }

  @Test
  void severalClasses() throws IOException {
    train(
        tables.csv("t.csv", List.of("p", "q", "r")),
        "--header",
        "--solver",
        "adam:beta2=0.99:warmup=5");
    assertComplete("log loss");
    assertThat(coefficients()).anyMatch(line -> line.startsWith("x,q,"));
    assertThat(page()).contains("Each class", "predicted r");
    assertThat(run().path("stage").path("warmup").asText()).isEqualTo("5");
  }

  @Test
  void numbers() throws IOException {
    String table = tables.csv("t.csv", Stream.of(0, 1, 2, 3).map(i -> i + ".25").toList());
    train(table, "--header", "--reg-param", "0.01", "--elastic-net", "0.5");
    assertComplete(
        "half squared error", "predicted-actual.png", "residuals.png", "residual-histogram.png");
    double rmse = Double.parseDouble(metric("RMSE").split(",", -1)[2]);
    double loss = Double.parseDouble(metric("half squared error").split(",", -1)[2]);
    assertThat(loss).isCloseTo(rmse * rmse / 2, within(1e-9));
  }

  @Test
  void weightsCountAndSoDoEpochs() throws IOException {
    String table = tables.csv("t.csv", List.of("0", "1"));
    String select = "SELECT x, c, label, abs(y) AS w FROM __THIS__";
    train(table, "--header", "--select", select, "--weight", "w", "--epochs", "2");
    String weighted = metric("log loss");
    train(table, "--header", "--select", select, "--exclude", "w", "--epochs", "2", "--overwrite");
    assertThat(metric("log loss")).isNotEqualTo(weighted);
    assertThat(run().path("steps").asInt()).isEqualTo(7);
  }

  @Test
  void featuresAsLargeTablesNeedThem() throws IOException {
    assumeThat(LocalSpark.session().version()).doesNotStartWith("3."); // it has no TargetEncoder
    String table = tables.csv("t.csv", List.of("no", "yes"));
    JobRun job =
        train(
            table,
            "--header",
            "--min-count",
            "10",
            "--numeric",
            "y=quantiles:4",
            "--cross",
            "c:y",
            "--target-encode",
            "c:y");
    assertThat(job.out())
        .contains("one-hot: c (3 categories), y (4 categories)")
        .contains("means of the label by category")
        .containsPattern("model: .*/model \\([0-9,]+ bytes\\)");
    assertThat(coefficients())
        .anyMatch(line -> line.startsWith("c:y,,"))
        .anyMatch(line -> line.matches("y=<-?[0-9.]+,,.*"))
        .anyMatch(line -> line.startsWith("\"c=(rare, unseen or missing)\",,"));
    assertThat(run().path("featureSettings").path("minCount").asInt()).isEqualTo(10);
    assertThat(run().path("featureColumns").toString())
        .contains("{\"column\":\"c\",\"kind\":\"one-hot\",\"features\":4}")
        .contains("{\"column\":\"c:y\",\"kind\":\"label mean\",\"features\":1}");
    assertThat(run().path("modelBytes").asLong()).isPositive();
    assertSparksAlone();
    String scored = temp.resolve("scored").toString();
    JobRun.of(new Score(), "--model", out.toString(), "--data", table, "--header", "--out", scored)
        .assertDone();
  }

  @ParameterizedTest
  @CsvSource({"svm, hinge loss", "fm, log loss", "mlp, log loss"})
  void otherModels(String model, String loss) throws IOException {
    String table = tables.csv("t.csv", List.of("no", "yes"));
    train(table, "--header", "--model", model, "--factor-size", "2", "--hidden-layers", "4");
    assertComplete(loss, "roc.png");
    assertThat(Files.exists(out.resolve("coefficients.csv"))).isEqualTo(model.equals("svm"));
  }

  @Test
  void aFactorizationMachineOfNumbers() throws IOException {
    train(
        tables.csv("t.csv", Stream.of(0, 1, 2, 3).map(i -> i + ".25").toList()),
        "--header",
        "--model",
        "fm");
    assertComplete("half squared error", "residuals.png");
  }

  /** The pipeline is for a Spark that has no more than Spark's own classes. */
  private void assertSparksAlone() throws IOException {
    for (String file : SmallTables.below(out.resolve("model"))) {
      if (file.contains("metadata/part-")) {
        JsonNode metadata =
            new ObjectMapper().readTree(out.resolve("model").resolve(file).toFile());
        assertThat(metadata.path("class").asText()).startsWith("org.apache.spark.ml.");
      }
    }
    PipelineModel model = PipelineModel.load(out.resolve("model").toString());
    assertThat(model.stages()).allMatch(s -> s.getClass().getName().startsWith("org.apache.spark"));
    Dataset<Row> rows =
        model.transform(
            LocalSpark.session()
                .sql(
                    "SELECT * FROM VALUES (3.0, 1.0, 'never seen', 5), (NULL, NULL, NULL, 6)"
                        + " AS t(x, y, c, id)"));
    assertThat(rows.columns())
        .containsExactly(
            "x", "y", "c", "id", "rawPrediction", "probability", "prediction", "predicted_label");
    assertThat(rows.select("predicted_label").collectAsList())
        .extracting(row -> row.getString(0))
        .hasSize(2)
        .isSubsetOf("no", "yes");
  }

  @Test
  void aTestTableWithoutAClass() throws IOException {
    String table = tables.csv("t.csv", List.of("no", "yes"));
    String test = tables.csv("test.csv", List.of("no"));
    JobRun job = train(table, "--header", "--test-data", test);
    String gaps =
        "Not defined on the test rows, since none is of class 'yes':"
            + " area under ROC, area under PR, recall, F1.";
    assertThat(job.out()).contains(gaps).containsPattern("area under ROC +[0-9.]+ +not defined");
    assertThat(metric("area under ROC")).matches(".*,[0-9.]+,");
    assertThat(metric("recall")).matches(".*,[0-9.]+,");
    assertThat(metric("precision")).endsWith(",0.0");
    assertThat(out.resolve("roc.png")).doesNotExist();
    assertThat(page())
        .contains("How well it ranks them is not defined, since none is of class &#39;yes&#39;.")
        .contains(gaps.replace("'", "&#39;"))
        .doesNotContain("ROC curve", "NaN", "ranks a row");
  }

  @Test
  void aFitWithLittleTime() throws IOException {
    String checkpoints = temp.resolve("checkpoints").toString();
    String[] options = {"--header", "--checkpoint-dir", checkpoints, "--resume"};
    JobRun job =
        train(
            tables.csv("t.csv", List.of("no", "yes")),
            Stream.concat(Stream.of(options), Stream.of("--max-seconds", "1e-9"))
                .toArray(String[]::new));
    assertThat(job.out())
        .contains("no checkpoint to resume from in file:" + checkpoints)
        .contains(": beginning at the start");
    assertThat(Files.readAllLines(out.resolve("curves.csv"))).hasSize(1 + 1);
    assertThat(run().path("steps").asInt()).isEqualTo(1);
  }

  @Test
  void aFitThatDiedSaysFromWhereItGoesOn() {
    String checkpoints = temp.resolve("checkpoints").toString();
    String table = tables.csv("t.csv", List.of("no", "yes"));
    String[] command = {
      "--header", "--steps", "100000", "--checkpoint-every", "1", "--checkpoint-dir", checkpoints
    };
    // It says so after some seconds.
    assertThat(dyingAt("; about ", table, command).status()).isEqualTo(JobRunner.FAILED);
    Stream<String> hurried = Stream.concat(Stream.of(command), Stream.of("--max-seconds", "1e-9"));
    JobRun resumed = JobRun.of(new Train(), arguments(table, hurried.toArray(String[]::new)));
    resumed.assertDone();
    assertThat(resumed.out())
        .containsPattern(
            "resuming from file:"
                + checkpoints
                + "/fit-.*/step-0*(\\d+)-.*: step \\1 of 100000 done, \\d+ left");
  }

  @Test
  void theModelIsThereWhateverComesOfMeasuring() {
    String table = tables.csv("t.csv", List.of("no", "yes"));
    JobRun job = dyingAt("measuring", table, "--header", "--steps", "3");
    assertThat(job.status()).isEqualTo(JobRunner.FAILED);
    assertThat(PipelineModel.load(out.resolve("model").toString()).stages()).isNotEmpty();
  }

  /** A run that fails where it would print that word. */
  private JobRun dyingAt(String word, String table, String... options) {
    return JobRun.with(
        (any, work) -> {
          System.setOut(failingAt(word, System.out));
          work.accept(LocalSpark.session());
        },
        new Train(),
        arguments(table, options));
  }

  private static PrintStream failingAt(String word, PrintStream out) {
    return new PrintStream(out, true, StandardCharsets.UTF_8) {
      @Override
      public void print(String text) {
        if (text.contains(word)) {
          throw new IllegalStateException(word);
        }
        super.print(text);
      }
    };
  }

  @Test
  void hostileNames() throws IOException {
    Stream<String> rows =
        Stream.iterate(0, i -> i + 1)
            .limit(200)
            .map(
                i ->
                    i % 7
                        + ","
                        + i % 5
                        + ","
                        + (i % 2 == 0 ? "<img src=x onerror=alert(2)>" : "b"));
    String table =
        tables.file(
            "<hostile>.csv",
            Stream.concat(Stream.of("<script>alert(1)</script>,\"a`.b\",the <b>label</b>"), rows));
    train(table, "--header", "--label", "the <b>label</b>");
    assertThat(coefficients()).anyMatch(line -> line.startsWith("<script>alert(1)</script>,"));
    assertThat(page())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>", "<img src=x", "<b>label", "<hostile>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --solver rmsprop                    | --solver rmsprop: must be one of radam, adam, adamw, sgd, nadam, lamb, adabelief, radam-schedule-free, lbfgs
          --solver radam:momentum=1           | 'momentum=1' is no setting of radam
          --solver adam:beta1=x               | beta1 must be a number, but is 'x'
          --steps 5 --epochs 2 --batch-size 9 | --steps and --epochs say the same thing
          --reg-param -1                      | --reg-param
          --elastic-net 2                     | --elastic-net
          --hidden-layers 0                   | --hidden-layers must be at least 1
          --learning-rate -1                  | --learning-rate must be above 0
          --batch-size 0 --epochs 1           | --batch-size must be at least 1
          --steps 0                           | --steps must be at least 1
          --max-seconds 0                     | --max-seconds must be above 0
          --partitions 0                      | --partitions must be at least 1
          --train-on moon                     | --train-on must be one of auto, driver, executors, but was moon
          --shuffle no                        | --shuffle must be one of global, partition, but was no
          --aggregation-depth 0               | --aggregation-depth must be at least 1
          --checkpoint-every 0                | --checkpoint-every must be at least 1
          --max-categories 0                  | --max-categories 0: give a whole number from 1 to 1048576
          --min-count 0                       | --min-count 0: give a whole number from 1
          --hash-bits 31                      | --hash-bits 31: give a whole number from 1 to 30
          --hash-bits 8 --max-categories 9    | --max-categories: with --hash-bits all features share the buckets
          --numeric logs                      | --numeric logs: must be standardise, quantiles:N or log-buckets
          --numeric x=quantiles:1             | --numeric quantiles:1: give 2 to 1000 quantiles
          --cross x                           | --cross x: give two columns or more with colons between them
          --cross x:x                         | --cross x:x: a column cannot be crossed with itself
          --resume                            | --resume needs the --checkpoint-dir of the run
          """)
  void wrongCommand(String options, String complaint) {
    JobRun.withoutSpark(new Train(), options.split(" ", -1)).assertRefused(complaint);
  }

  @Test
  void wrongForTheStageOrTheTable() {
    String table = tables.csv("t.csv", List.of("no", "yes"));
    refused(table, "--solver", "adam:preconditioningSteps=3")
        .assertRefused("--solver: this model has no preconditioningSteps");
    refused(table, "--model", "mlp", "--reg-param", "1")
        .assertRefused("--reg-param: this model has no regParam");
    refused(table, "--solver", "lbfgs")
        .assertRefused("--batch-size: batchSize must not be set with solver lbfgs");
    refused(table, "--solver", "lbfgs", "--model", "fm")
        .assertRefused(
            "solver must be one of radam, adam, adamw, sgd, nadam, lamb, adabelief, radam-schedule-free");
    refused(table, "--model", "linear").assertRefused("label column label holds text");
    refused(table, "--label", "lable").assertRefused("did you mean label?");
    assertThat(out).doesNotExist();
  }

  private JobRun refused(String table, String... options) {
    return JobRun.of(
        new Train(),
        arguments(
            table,
            Stream.concat(Stream.of("--header"), Stream.of(options)).toArray(String[]::new)));
  }

  private JobRun train(String table, String... options) {
    boolean timed = List.of(options).contains("--epochs");
    JobRun run =
        JobRun.of(
            new Train(),
            arguments(
                table,
                Stream.concat(timed ? Stream.of() : Stream.of("--steps", "30"), Stream.of(options))
                    .toArray(String[]::new)));
    run.assertDone();
    return run;
  }

  private String[] arguments(String table, String... options) {
    Stream<String> common = Stream.of("--data", table, "--out", out.toString());
    Stream<String> batch =
        List.of(options).contains("--batch-size") ? Stream.of() : Stream.of("--batch-size", "60");
    return Stream.of(common, batch, Stream.of(options)).flatMap(w -> w).toArray(String[]::new);
  }

  private void assertComplete(String loss, String... pictures) throws IOException {
    assertThat(out)
        .isDirectoryContaining("glob:**/{model,run.json,report.html,objective-by-step.png}");
    for (String picture : pictures) {
      assertThat(out.resolve(picture)).isNotEmptyFile();
    }
    List<String> metrics = Files.readAllLines(out.resolve("metrics.csv"));
    assertThat(metrics.get(0)).isEqualTo("metric,train,test");
    for (String field : metric(loss).replaceFirst(".*?,", "").split(",", -1)) {
      assertThat(Double.parseDouble(field)).isFinite().isPositive();
    }
    assertThat(page()).startsWith("<!DOCTYPE html>").contains("Training curve", "spark-jobs/train");
  }

  private String metric(String name) throws IOException {
    return Files.readAllLines(out.resolve("metrics.csv")).stream()
        .filter(line -> line.startsWith(name + ","))
        .findFirst()
        .orElseThrow();
  }

  private List<String> coefficients() throws IOException {
    return Files.readAllLines(out.resolve("coefficients.csv"));
  }

  private String page() throws IOException {
    return Files.readString(out.resolve("report.html"));
  }

  private JsonNode run() throws IOException {
    return new ObjectMapper().readTree(out.resolve("run.json").toFile());
  }
}
