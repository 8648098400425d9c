package org.sparkradam.study.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.fit.model.LinearKind;
import org.sparkradam.fit.model.LinearModel;
import org.sparkradam.report.OutputFolder;
import org.sparkradam.report.OutputFolder.Existing;
import org.sparkradam.report.ReportFiles;
import org.sparkradam.report.RunDescription;
import org.sparkradam.report.chart.Plot;
import org.sparkradam.study.ComparisonResult;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.study.Specs;
import org.sparkradam.study.TrialOutcome;
import org.sparkradam.study.engine.Comparison;
import org.sparkradam.table.PreparedTable;
import org.sparkradam.table.read.Task;
import org.sparkradam.testing.SmallTables;

/** What a comparison leaves in its folder; a rate is so high that its trials diverge. */
class ComparisonReportTest {
  @TempDir static Path folder;
  private static Path out;
  private static ComparisonResult result;
  private static ComparisonReport report;

  @BeforeAll
  static void compare() throws IOException {
    PreparedTable table = new SmallTables(folder).prepared(Task.REGRESSION);
    ComparisonSpec spec =
        Specs.of(
            new LinearModel(LinearKind.SQUARED, 6, 2),
            "radam:rhoThreshold=5,sgd,lbfgs:maxIter=3",
            new double[] {0.1, 1e40},
            new long[] {1, 2},
            60,
            12);
    result =
        new Comparison(
                spec, ComparisonSpec.Reference.OPTIMUM, (where, share) -> {}, Optional.empty())
            .run(table);
    out = folder.resolve("out");
    report =
        new ComparisonReport(result, List.of(new Plot.ReferenceLine(SmallTables.HOSTILE, 1200)));
    new ReportFiles(OutputFolder.prepare(new Configuration(), out.toString(), Existing.REFUSED))
        .write(
            report,
            new RunDescription(
                SmallTables.HOSTILE,
                Map.of("features", table.featureNames().toString()),
                "compare --data " + SmallTables.HOSTILE,
                "today"),
            Map.of("data", SmallTables.HOSTILE));
  }

  @Test
  void writesTheseFilesAndNoOthers() {
    assertThat(out.toFile().list())
        .containsExactlyInAnyOrder(
            "summary.csv",
            "curves.csv",
            "run.json",
            "report.html",
            "loss-by-step.png",
            "distance-by-step.png",
            "loss-by-seconds.png",
            "loss-by-learning-rate.png",
            "solver-1.png",
            "solver-2.png",
            "solver-3.png");
  }

  @Test
  void summaryHasARowATrial() throws IOException {
    assertThat(text("summary.csv").lines().findFirst())
        .hasValue(
            "trial,solver,learning_rate,seed,steps,rows_seen,train_loss,test_loss,test_metric,"
                + "metric,diverged,seconds");
    List<CSVRecord> rows = csv("summary.csv");
    assertThat(rows).hasSize(10);
    for (int i = 0; i < rows.size(); i++) {
      TrialOutcome outcome = result.outcomes().get(i);
      CSVRecord row = rows.get(i);
      assertThat(row.get("trial")).isEqualTo(String.valueOf(i + 1));
      assertThat(row.get("solver")).isEqualTo(outcome.trial().solver().name());
      assertThat(row.get("learning_rate"))
          .isEqualTo(i % 5 == 4 ? "" : String.valueOf(outcome.trial().learningRate()));
      assertThat(row.get("seed")).isEqualTo(i < 5 ? "1" : "2");
      assertThat(row.get("train_loss")).isEqualTo(field(outcome.training().loss()));
      assertThat(row.get("test_loss")).isEqualTo(field(outcome.test().loss()));
      assertThat(row.get("metric")).isEqualTo("rmse");
      assertThat(row.get("diverged")).isEqualTo(String.valueOf(outcome.diverged()));
    }
  }

  @Test
  void aTrialThatDivergesSaysSoAndTheOthersAreSound() throws IOException {
    for (CSVRecord row : csv("summary.csv")) {
      if (row.get("learning_rate").equals("0.1")) {
        assertThat(row.get("diverged")).isEqualTo("false");
        assertThat(row.get("steps")).isEqualTo("12");
        assertThat(Long.parseLong(row.get("rows_seen"))).isEqualTo(rowsOfTwelveSteps());
        assertThat(number(row, "test_loss")).isBetween(1000.0, 30_000.0);
      } else if (row.get("solver").equals("sgd")) {
        assertThat(row.get("diverged")).isEqualTo("true");
        assertThat(row.get("test_loss")).isEmpty();
      }
    }
  }

  @Test
  void curvesHaveARowAPoint() throws IOException {
    assertThat(text("curves.csv").lines().findFirst())
        .hasValue("trial,step,epoch,rows_seen,seconds,train_loss,test_loss,test_metric");
    List<CSVRecord> rows = csv("curves.csv");
    int points = result.outcomes().stream().mapToInt(outcome -> outcome.curve().size()).sum();
    assertThat(rows).hasSize(points);
    for (CSVRecord row : rows) {
      assertThat(number(row, "epoch") * result.data().trainingRows())
          .isEqualTo(number(row, "rows_seen"), within(0.5));
    }
  }

  @Test
  void jsonParses() throws IOException {
    JsonNode json = new ObjectMapper().readTree(text("run.json"));
    assertThat(json.get("data").asText()).isEqualTo(SmallTables.HOSTILE);
    assertThat(json.get("optimum").get("test").get("loss").asDouble())
        .isEqualTo(result.optimum().test().loss());
  }

  @Test
  void pageRunsNoScriptAndEscapesNames() throws IOException {
    String page = text("report.html");
    assertThat(page)
        .doesNotContainIgnoringCase("<script")
        .doesNotContain("<b>0</b>")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("diverged")
        .contains("radam:rhoThreshold=5")
        .contains(diverged() + " of 10 trials diverged");
  }

  @Test
  void picturesDecode() throws IOException {
    for (String name : out.toFile().list((dir, file) -> file.endsWith(".png"))) {
      assertThat(ImageIO.read(out.resolve(name).toFile()).getWidth()).as(name).isEqualTo(1120);
    }
  }

  @Test
  void consoleTableHasALineASolverAndRate() {
    List<String> lines = report.console();
    assertThat(lines).hasSize(7);
    assertThat(lines.get(0)).startsWith("solver").contains("test loss", "rmse");
    assertThat(lines.get(1)).startsWith("radam:rhoThreshold=5");
    assertThat(lines.get(4)).startsWith("sgd").contains("diverged");
    assertThat(lines.get(5)).startsWith("lbfgs:maxIter=3 ");
    assertThat(lines.get(6)).startsWith("optimum (L-BFGS)");
    assertThat(lines).extracting(String::length).containsOnly(lines.get(0).length());
  }

  /** Minibatches have 60 rows, but the last of an epoch, which has the rest. */
  private static long rowsOfTwelveSteps() {
    long rows = result.data().trainingRows();
    long stepsPerEpoch = (rows - 1) / 60 + 1;
    return 12 / stepsPerEpoch * rows + 12 % stepsPerEpoch * 60;
  }

  private static long diverged() {
    return result.outcomes().stream().filter(TrialOutcome::diverged).count();
  }

  private static String field(double value) {
    return Double.isFinite(value) ? String.valueOf(value) : "";
  }

  private static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }

  private static String text(String name) throws IOException {
    return Files.readString(out.resolve(name));
  }

  private static List<CSVRecord> csv(String name) throws IOException {
    try (var parser =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(Files.newBufferedReader(out.resolve(name)))) {
      return new ArrayList<>(parser.getRecords());
    }
  }
}
