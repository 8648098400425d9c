package org.sparkradam.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkradam.testing.SmallTables;

/** The default rules on a table with names that would do harm, in a run too short for Adam-2k. */
class CompareWarmupTest {
  @TempDir static Path temp;
  private static Path out;
  private static JobRun run;

  @BeforeAll
  static void compare() {
    out = temp.resolve("out");
    String table =
        new SmallTables(temp).csv("<i>t&.csv", List.of("<script>alert(1)</script>", "b&c"));
    run = compare("--data", table, "--header", "--steps", "10", "--learning-rates", "1e308,0.1");
  }

  @Test
  void endsWithTheAnswerAndTheReport() {
    run.assertDone();
    assertThat(run.out())
        .contains(
            "best rate", "adam:warmup=untuned-linear", "Of the rules without", "tuned warm-up")
        .endsWith("report: " + out.resolve("report.html") + System.lineSeparator());
  }

  @Test
  void writesTheseFilesAndNoOthers() {
    assertThat(out.toFile().list())
        .containsExactlyInAnyOrder(
            "summary.csv",
            "curves.csv",
            "rules.csv",
            "differences.csv",
            "run.json",
            "report.html",
            "metric-by-warmup-and-rate.png",
            "loss-by-warmup-and-rate.png",
            "metric-difference.png",
            "loss-difference.png");
  }

  @Test
  void tablesHaveARowATrialARuleAndADifference() throws IOException {
    assertThat(Files.readAllLines(out.resolve("summary.csv"))).hasSize(1 + 11 * 2 * 3);
    assertThat(Files.readAllLines(out.resolve("rules.csv"))).hasSize(1 + 11);
    assertThat(Files.readAllLines(out.resolve("differences.csv"))).hasSize(1 + 2 * 10 * 2);
  }

  @Test
  void jsonHasEverySettingAndTheRecommendation() throws IOException {
    JsonNode json = new ObjectMapper().readTree(out.resolve("run.json").toFile());
    assertThat(json.path("job").asText()).isEqualTo("compare-warmup");
    assertThat(json.path("steps").asInt()).isEqualTo(10);
    assertThat(json.path("seeds")).hasSize(3);
    assertThat(json.path("decidedBy").asText())
        .isIn("best rate", "width", "no matter", "undecided");
    assertThat(json.path("recommended").get(0).asText())
        .isIn("radam", "adam:warmup=untuned-linear", "adam:warmup=untuned-exponential");
  }

  @Test
  void pageStandsAloneAndTakesNamesForText() throws IOException {
    assertThat(Files.readString(out.resolve("report.html")))
        .startsWith("<!DOCTYPE html>")
        .doesNotContainIgnoringCase("<script")
        .doesNotContain("<i>t", "https:", "href=\"http")
        .contains("&lt;i&gt;t&amp;.csv", "Adam-2k is not among them", "trials diverged")
        .contains("spark-jobs/compare-warmup --data");
  }

  @Test
  void picturesDecode() throws IOException {
    for (String name : out.toFile().list((dir, file) -> file.endsWith(".png"))) {
      assertThat(ImageIO.read(out.resolve(name).toFile()).getWidth()).as(name).isEqualTo(1120);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --solvers radam               | --solvers: must name radam, without a warm-up, not even an untuned one
          --solvers radam,lbfgs         | --solvers: must name radam, without a warm-up, not even an untuned one
          --solvers adam,sgd            | --solvers: must name radam, without a warm-up, not even an untuned one
          --solvers radam:warmup=9,adam | --solvers: must name radam, without a warm-up, not even an untuned one
          --solvers radam:warmup=untuned-linear,adam | --solvers: must name radam, without a warm-up, not even an untuned one
          --solvers <b>,radam           | there is no solver '<b>'
          --solvers radam,adam:warmup=x | warmup must be none, a number of steps, untuned-linear
          --steps 0                     | --steps must be at least 1, but was 0
          """)
  void refusesWhatIsWrongBeforeSparkStarts(String arguments, String message) {
    JobRun.withoutSpark(new CompareWarmup(), arguments.split(" ")).assertRefused(message);
  }

  /** A list of one's own is not shortened in silence. */
  @Test
  void aSolverOfTheUsersThatDoesNotFitIsRefused() {
    String table = new SmallTables(temp).libsvm("t.libsvm", 1);
    Stream<String> arguments =
        Stream.of(
            "--data", table, "--steps", "10", "--solvers", "radam,adam-2k", "--out", temp + "/no");
    JobRun.of(new CompareWarmup(), arguments.toArray(String[]::new))
        .assertRefused("preconditioningSteps must be below the run's 10 steps, but is 2000");
  }

  private static JobRun compare(String... arguments) {
    return JobRun.of(
        new CompareWarmup(),
        Stream.concat(
                Stream.of(arguments), Stream.of("--batch-size", "60", "--out", out.toString()))
            .toArray(String[]::new));
  }
}
