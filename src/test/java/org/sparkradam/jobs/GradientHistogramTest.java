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

class GradientHistogramTest {
  private static final int STEPS = 30;

  @TempDir static Path temp;
  private static SmallTables tables;
  private static String table;
  private static Path out;
  private static JobRun run;

  @BeforeAll
  static void study() {
    tables = new SmallTables(temp);
    table = tables.csv("two.csv", List.of("no", "yes"));
    out = temp.resolve("out");
    run = study(out, table);
  }

  @Test
  void endsWithATableAndTheReport() {
    run.assertDone();
    assertThat(run.out())
        .contains("within 10 updates", "adam-2k:preconditioningSteps=3", "Adam without warm-up is ")
        .endsWith("report: " + out.resolve("report.html") + System.lineSeparator());
  }

  @Test
  void writesTheseFilesAndNoOthers() {
    assertThat(out.toFile().list())
        .containsExactlyInAnyOrder(
            "histograms.csv",
            "distances.csv",
            "run.json",
            "report.html",
            "histogram-1.png",
            "histogram-2.png",
            "histogram-3.png",
            "histogram-4.png",
            "histogram-5.png",
            "distance.png",
            "loss.png");
  }

  /** x, y, three levels of c and the unknown one, and the intercept. */
  @Test
  void everyCoordinateIsCountedAtEveryStep() throws IOException {
    List<String[]> rows =
        rows("histograms.csv", "solver,seed,step,log10_low,log10_high,count,zeros");
    for (int step : new int[] {1, 2, 11, 20, STEPS}) {
      List<String[]> bins = ofTrial(rows, "radam", step);
      assertThat(bins.stream().mapToLong(bin -> Long.parseLong(bin[5])).sum())
          .as("step %d", step)
          .isEqualTo(7 - Long.parseLong(bins.get(0)[6]));
      assertThat(bins).allSatisfy(bin -> assertThat(number(bin[4])).isGreaterThan(number(bin[3])));
    }
  }

  @Test
  void allStartFromTheSameGradient() throws IOException {
    List<String[]> rows = distances();
    assertThat(rows).hasSize(6 * 16).filteredOn(row -> row[2].equals("1")).hasSize(6);
    assertThat(rows)
        .filteredOn(row -> row[2].equals("1"))
        .allSatisfy(
            row -> {
              assertThat(row).startsWith(row[0], "1", "1", "0.0", "0.0");
              assertThat(row[5]).as("training loss").isEqualTo(rows.get(0)[5]);
            });
  }

  /** Its first three gradients move nothing but v. */
  @Test
  void preconditioningLeavesTheWeightsAtTheStart() throws IOException {
    List<String[]> rows = distances();
    for (int step = 1; step <= STEPS; step = step < 4 ? step + 1 : STEPS + 1) {
      String[] preconditioned = ofTrial(rows, "adam-2k:preconditioningSteps=3", step).get(0);
      String[] unmoved = ofTrial(rows, "none", step).get(0);
      assertThat(preconditioned).endsWith(List.of(unmoved).subList(3, 8).toArray(String[]::new));
    }
    assertThat(ofTrial(rows, "adam-2k:preconditioningSteps=3", 5).get(0)[5])
        .isNotEqualTo(ofTrial(rows, "none", 5).get(0)[5]);
  }

  @Test
  void jsonHasEverySetting() throws IOException {
    JsonNode json = new ObjectMapper().readTree(out.resolve("run.json").toFile());
    assertThat(json.path("job").asText()).isEqualTo("gradient-histogram");
    assertThat(json.path("solvers")).hasSize(5);
    assertThat(json.path("learningRate").asDouble()).isEqualTo(0.1);
    assertThat(json.path("steps").asInt()).isEqualTo(STEPS);
    assertThat(json.path("stepsDone").asInt()).isEqualTo(STEPS);
    assertThat(json.path("fingerprint").asText()).matches("[0-9a-f]{16}");
  }

  @Test
  void pageStandsAloneAndSaysWhatItFound() throws IOException {
    assertThat(Files.readString(out.resolve("report.html")))
        .startsWith("<!DOCTYPE html>")
        .doesNotContainIgnoringCase("<script")
        .doesNotContain("src=", "https:", "href=\"http")
        .contains(
            "Adam without warm-up is ", "within 10 updates", "After 30 steps", "minibatches alone")
        .contains("spark-jobs/gradient-histogram --header");
  }

  @Test
  void picturesDecode() throws IOException {
    for (String name : out.toFile().list((dir, file) -> file.endsWith(".png"))) {
      assertThat(ImageIO.read(out.resolve(name).toFile()).getWidth()).as(name).isEqualTo(1120);
    }
  }

  @Test
  void seedsOfAPerceptronOnATableOfHostileNames() throws IOException {
    Stream<String> header = Stream.of("<script>alert(1)</script>,b,<b>label</b>");
    Stream<String> rows =
        Stream.iterate(0, i -> i + 1)
            .limit(200)
            .map(i -> i % 7 + "," + i % 11 + "," + (i % 2 == 0 ? "<img src=x onerror=a>" : "no"));
    String hostile = tables.file("<hostile>.csv", Stream.concat(header, rows));
    Path folder = temp.resolve("hostile");
    String options = "--label <b>label</b> --model mlp --hidden-layers 4 --seeds 1,2";
    study(folder, hostile, (options + " --solvers adam,sgd").split(" ")).assertDone();
    assertThat(Files.readString(folder.resolve("report.html")))
        .doesNotContain("<script>", "<img src=x", "<b>label", "<hostile>")
        .contains("&lt;hostile&gt;");
    assertThat(Files.readAllLines(folder.resolve("distances.csv")))
        .anyMatch(line -> line.startsWith("sgd,2," + STEPS + ","))
        .anyMatch(line -> line.startsWith("none,2," + STEPS + ","));
  }

  /** A run without the other solvers: their company changes nothing either. */
  @Test
  void anotherRunWritesTheSameDigits() throws IOException {
    Path again = temp.resolve("again");
    study(again, table, "--solvers", "radam").assertDone();
    for (String name : List.of("histograms.csv", "distances.csv")) {
      assertThat(ofRadamAndNone(again, name)).isNotEmpty().isEqualTo(ofRadamAndNone(out, name));
    }
  }

  private static List<String> ofRadamAndNone(Path folder, String file) throws IOException {
    return Files.readAllLines(folder.resolve(file)).stream()
        .filter(line -> line.startsWith("radam,") || line.startsWith("none,"))
        .toList();
  }

  /** In a factorization machine's regression, whose losses are in the label's own unit. */
  @Test
  void aDivergedTrialIsToldAndTheOthersGoOn() throws IOException {
    Path folder = temp.resolve("diverged");
    String numbers = tables.csv("numbers.csv", List.of("150", "250", "450"));
    String options = "--task regression --model fm --factor-size 2 --solvers sgd,adam --epochs 7";
    study(folder, numbers, (options + " --learning-rate 1e200 --reg-param 0.01").split(" "))
        .assertDone();
    assertThat(Files.readString(folder.resolve("report.html"))).contains("diverged (1 of 1)");
    assertThat(Files.readAllLines(folder.resolve("distances.csv")))
        .noneMatch(line -> line.startsWith("sgd,1,20,"))
        .anyMatch(line -> line.startsWith("none,1,20,"));
    assertThat(rows(folder, "distances.csv"))
        .filteredOn(row -> row[2].equals("1"))
        .allSatisfy(row -> assertThat(number(row[5])).isGreaterThan(1000))
        .allSatisfy(
            row ->
                assertThat(Long.parseLong(row[6]) + Long.parseLong(row[7]))
                    .as("factors, linear weights and the intercept")
                    .isEqualTo(6 * 2 + 6 + 1));
  }

  @Test
  void epochsOfTooFewStepsAreRefused() {
    study(temp.resolve("few"), table, "--epochs", "1")
        .assertRefused("--steps must be at least 20", "but was 4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --steps 19                      | --steps must be at least 20, to see the first ten updates
          --steps 200 --solvers adam-2k   | preconditioningSteps must be below the run's 200 steps
          --solvers adam,lbfgs            | solver lbfgs has no gradients of minibatches
          --solvers adam,adam             | --solvers names adam twice
          --solvers foo                   | there is no solver 'foo'
          --learning-rate 0               | --learning-rate must be above 0 and finite, but was 0.0
          --learning-rate x               | 'x' is not a double
          --seeds 1,1                     | --seeds names 1 twice
          --engine mllib                  | --engine mllib: MLlib's GradientDescent shows nobody
          --batch-size 0                  | --batch-size must be at least 1, but was 0
          """)
  void refusesWhatIsWrongBeforeSparkStarts(String arguments, String message) {
    JobRun.withoutSpark(new GradientHistogram(), arguments.split(" +")).assertRefused(message);
  }

  private static List<String[]> distances() throws IOException {
    return rows("distances.csv", "solver,seed,step,distance,mean_shift,train_loss,non_zeros,zeros");
  }

  private static List<String[]> rows(String file, String header) throws IOException {
    assertThat(Files.readAllLines(out.resolve(file)).get(0)).isEqualTo(header);
    return rows(out, file);
  }

  private static List<String[]> rows(Path folder, String file) throws IOException {
    return Files.readAllLines(folder.resolve(file)).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .toList();
  }

  private static List<String[]> ofTrial(List<String[]> rows, String solver, int step) {
    return rows.stream()
        .filter(row -> row[0].equals(solver) && row[2].equals(Integer.toString(step)))
        .toList();
  }

  private static double number(String field) {
    return Double.parseDouble(field);
  }

  private static JobRun study(Path out, String table, String... options) {
    Stream<String> common =
        Stream.of("--header", "--batch-size", "60", "--out", out.toString(), "--data", table);
    Stream<String> steps =
        List.of(options).contains("--epochs")
            ? Stream.empty()
            : Stream.of("--steps", Integer.toString(STEPS));
    return JobRun.of(
        new GradientHistogram(),
        Stream.of(common, steps, Stream.of(options)).flatMap(w -> w).toArray(String[]::new));
  }
}
