package org.sparkradam.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulateVarianceTest {
  private static final String[] SMALL = {
    "--trajectories", "150", "--steps", "1000", "--means", "1,0.1", "--distribution", "student3"
  };

  @TempDir static Path temp;
  private static Path out;
  private static JobRun run;

  @BeforeAll
  static void simulate() {
    out = temp.resolve("out");
    run = simulate(out, SMALL);
  }

  @Test
  void endsWithATableAndTheReport() {
    run.assertDone();
    assertThat(run.out())
        .contains("Var l_t there", "the variance of l_t falls from", "simulated in")
        .endsWith("report: " + out.resolve("report.html") + System.lineSeparator());
  }

  @Test
  void writesTheseFilesAndNoOthers() {
    assertThat(out.toFile().list())
        .containsExactlyInAnyOrder(
            "variance.csv",
            "independent.csv",
            "approximation.csv",
            "run.json",
            "report.html",
            "adaptive-rate.png",
            "rectified-rate.png",
            "predictions.png",
            "independent-gradients.png",
            "exact-and-first-order.png",
            "first-order-excess.png");
  }

  @Test
  void tablesHaveTheseColumns() throws IOException {
    List<String> variance = Files.readAllLines(out.resolve("variance.csv"));
    assertThat(variance.get(0))
        .isEqualTo(
            "mean,step,variance,standard_error,low,high,rectification,rectified_variance,"
                + "rectified_standard_error,sma_length,kish_size,first_order_sma,exact_sma,"
                + "first_order_kish,exact_kish");
    assertThat(variance).filteredOn(line -> line.startsWith("0.1,1000,")).hasSize(1);
    assertThat(variance).filteredOn(line -> line.startsWith("0.0,1000,")).hasSize(1);
    assertThat(Files.readAllLines(out.resolve("independent.csv")))
        .startsWith("rho,variance,standard_error,low,high,exact");
    assertThat(Files.readAllLines(out.resolve("approximation.csv")))
        .startsWith("rho,exact,first_order,ratio")
        .anySatisfy(line -> assertThat(line).startsWith("5.0,0.2519560614"));
  }

  @Test
  void jsonHasEverySetting() throws IOException {
    JsonNode json = new ObjectMapper().readTree(out.resolve("run.json").toFile());
    assertThat(json.get("trajectories").asInt()).isEqualTo(150);
    assertThat(json.get("means")).hasSize(3);
    assertThat(json.get("distribution").asText()).isEqualTo("student3");
    assertThat(json.get("seed").asLong()).isEqualTo(1);
    assertThat(json.get("seconds").asDouble()).isPositive();
  }

  @Test
  void pageStandsAloneAndSaysWhatItFound() throws IOException {
    assertThat(Files.readString(out.resolve("report.html")))
        .startsWith("<!DOCTYPE html>")
        .doesNotContainIgnoringCase("<script")
        .doesNotContain("src=", "https:", "href=\"http")
        .contains("these are not normal", " 1,000 the simulation has", "5 standard errors")
        .contains("spark-jobs/simulate-variance --trajectories 150");
  }

  @Test
  void picturesDecode() throws IOException {
    for (String name : out.toFile().list((dir, file) -> file.endsWith(".png"))) {
      assertThat(ImageIO.read(out.resolve(name).toFile()).getWidth()).as(name).isEqualTo(1120);
    }
  }

  @Test
  void twoAndEightPartitionsWriteTheSameBytes() throws IOException {
    for (String partitions : List.of("2", "8")) {
      Path other = temp.resolve("partitions-" + partitions);
      simulate(other, withPartitions(partitions)).assertDone();
      for (String name : List.of("variance.csv", "independent.csv")) {
        assertThat(other.resolve(name)).hasSameBinaryContentAs(out.resolve(name));
      }
    }
  }

  @Test
  void keepsAnEarlierReport() {
    simulate(out, SMALL).assertRefused("--overwrite");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --trajectories 99        | --trajectories must be at least 100, but was 99
          --trajectories many      | 'many' is not an int
          --steps 9                | --steps must be at least 10, but was 9
          --steps 10 --beta2 0.61  | --steps must be enough for the rectifier to begin
          --means 1,NaN            | --means must be from -1000 to 1000, but was NaN
          --means 1,x              | 'x' is not a double
          --beta2 0.6              | --beta2 must be above 0.6 and below 1, but was 0.6
          --beta2 1                | --beta2 must be above 0.6 and below 1, but was 1.0
          --distribution cauchy    | must be normal, or student with its degrees of freedom
          --distribution student2  | must have more than 2 degrees of freedom
          --partitions 0           | --partitions must be from 1 to 10000, but was 0
          """)
  void refusesWhatIsWrongBeforeSparkStarts(String arguments, String message) {
    JobRun.withoutSpark(new SimulateVariance(), arguments.split(" ")).assertRefused(message);
  }

  private static String[] withPartitions(String partitions) {
    String[] options = java.util.Arrays.copyOf(SMALL, SMALL.length + 2);
    options[SMALL.length] = "--partitions";
    options[SMALL.length + 1] = partitions;
    return options;
  }

  private static JobRun simulate(Path out, String... options) {
    String[] arguments = java.util.Arrays.copyOf(options, options.length + 2);
    arguments[options.length] = "--out";
    arguments[options.length + 1] = out.toString();
    return JobRun.of(new SimulateVariance(), arguments);
  }
}
