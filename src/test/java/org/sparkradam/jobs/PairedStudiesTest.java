package org.sparkradam.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkradam.testing.CachedRdds;
import org.sparkradam.testing.LocalSpark;
import org.sparkradam.testing.SmallTables;

/** The jobs that compare trials in pairs, on small tables. */
class PairedStudiesTest {
  private static final String HOSTILE = "<script>alert(1)</script>";

  @TempDir Path temp;
  private Path out;
  private String table;

  @BeforeEach
  void tables() {
    LocalSpark.session();
    out = temp.resolve("out");
    table = new SmallTables(temp).csv("t.csv", List.of("a", "b", "c"));
  }

  /** Of numbers, by an error that is better where it is lower; L-BFGS has no rates to sweep. */
  @Test
  void sweepOfARegressionBesideLbfgsFindsTheSameBitsAlone() throws IOException {
    CachedRdds cached = CachedRdds.now();
    table = new SmallTables(temp).csv("numbers.csv", List.of("1.5", "2.5", "4.5"));
    JobRun run =
        run(
            new SweepLearningRate(),
            "--solvers lbfgs,radam,adam --learning-rates 0.3,0.03 --seeds 1,2 --kernel portable"
                + " --one-by-one");
    run.assertDone();
    assertThat(run.out())
        .contains("within 1 % of it", "; 8 of them ended with the same bits alone")
        .endsWith("report: " + out.resolve("report.html") + System.lineSeparator());
    assertThat(cached.since()).isEmpty();
    assertThat(out.toFile().list())
        .containsExactlyInAnyOrder(
            "summary.csv",
            "curves.csv",
            "ranges.csv",
            "differences.csv",
            "run.json",
            "report.html",
            "metric-by-learning-rate.png",
            "loss-by-learning-rate.png",
            "metric-difference.png",
            "loss-difference.png");
    assertThat(Files.readAllLines(out.resolve("summary.csv"))).hasSize(1 + 2 + 8);
    assertThat(Files.readAllLines(out.resolve("differences.csv"))).hasSize(1 + 2 * 2);
    assertThat(Files.readString(out.resolve("differences.csv")))
        .contains("radam,adam,0.03,test rmse,")
        .doesNotContain("lbfgs");
    assertThat(Files.readString(out.resolve("run.json"))).contains("\"sameBits\" : 8");
    assertPage("spark-jobs/sweep-learning-rate", "radam minus the others");
  }

  @Test
  void conventionsGiveAVerdictAndTakeNamesForText() throws IOException {
    Path hostile = Files.createDirectory(temp.resolve("<b>x"));
    Path csv = hostile.resolve("<img src=x>.csv");
    Files.writeString(csv, Files.readString(Path.of(table)).replaceFirst("x,y", HOSTILE + ",y"));
    table = csv.toString();
    run(
            new CompareConventions(),
            "--solvers radam,radam:rhoThreshold=5,radam:adamEpsilon=1e-4 --learning-rates 0.1"
                + " --seeds 1,2")
        .assertDone();
    assertThat(out.toFile().list())
        .containsExactlyInAnyOrder(
            "summary.csv",
            "curves.csv",
            "effects.csv",
            "run.json",
            "report.html",
            "effect-1.png",
            "effect-2.png",
            "loss-by-learning-rate.png");
    assertThat(Files.readAllLines(out.resolve("effects.csv"))).hasSize(3);
    assertPage(
        "spark-jobs/compare-conventions", "The verdict", "&lt;img src", "&lt;script&gt;alert");
  }

  @Test
  void testRowsOfOneClassAreRefused() throws IOException {
    Path test = temp.resolve("test.csv");
    Files.write(test, List.of("x,y,c,label", "1,2,a,a", "2,3,b,a"));
    table = new SmallTables(temp).csv("two.csv", List.of("a", "b"));
    run(new SweepLearningRate(), "--test-data " + test)
        .assertRefused("all test rows are of one class", "--test-fraction");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --solvers radam               | give at least two that have learning rates
          --solvers radam,lbfgs         | give at least two that have learning rates
          --solvers radam,foo           | there is no solver 'foo'
          --one-by-one --engine mllib   | --one-by-one is for --engine minibatch
          --one-by-one --max-seconds 9  | --one-by-one needs trials that do all of their steps
          --max-seconds 9 --engine mllib | --max-seconds: MLlib's trials would stop
          --solvers radam,adam-2k       | preconditioningSteps must be below the run's 1000 steps
          --learning-rates NaN          | --learning-rates must be
          """)
  void badSweep(String options, String message) {
    JobRun.withoutSpark(new SweepLearningRate(), options.split(" ")).assertRefused(message);
  }

  @Test
  void variantsNeedTheirBase() {
    JobRun.withoutSpark(new CompareConventions(), "--solvers", "adam,radam:rhoThreshold=5")
        .assertRefused("give both, such as radam,radam:rhoThreshold=5");
  }

  private JobRun run(Job job, String options) {
    return JobRun.of(
        job,
        Stream.concat(
                Stream.of(
                    "--data",
                    table,
                    "--header",
                    "--steps",
                    "8",
                    "--batch-size",
                    "40",
                    "--out",
                    out.toString()),
                Stream.of(options.split(" ")))
            .toArray(String[]::new));
  }

  private void assertPage(String... parts) throws IOException {
    assertThat(Files.readString(out.resolve("report.html")))
        .startsWith("<!DOCTYPE html>")
        .doesNotContainIgnoringCase("<script", "<img")
        .doesNotContain("src=", "https:")
        .contains(parts);
  }
}
