package org.sparkradam.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.benchmark.BenchmarkRun;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.testing.CachedRdds;

/** At a scale at which nothing can be said of times. */
class BenchmarkTest {
  @TempDir Path temp;

  @Test
  void everyPartFindsItsNumbersAndLeavesNothingCached() throws IOException {
    CachedRdds cached = CachedRdds.now();
    JobRun run = run("--scale", "0.001", "--repeats", "1");
    run.assertDone();
    List<CSVRecord> rows = rows();
    assertThat(rows.stream().map(row -> row.get("part")).distinct())
        .containsExactlyElementsOf(BenchmarkRun.names());
    assertThat(rows).allMatch(row -> Double.parseDouble(row.get("ours_value")) > 0);
    assertThat(rows.stream().filter(row -> !row.get("asked").isEmpty()))
        .hasSize(20)
        .allMatch(row -> Double.parseDouble(row.get("theirs_value")) > 0)
        .allMatch(row -> Double.parseDouble(row.get("ratio")) > 0)
        .allMatch(row -> row.get("met").matches("yes|no"));
    assertThat(cached.since()).isEmpty();
    assertThat(run.out())
        .contains("asked ≥ 12", "left", temp.resolve("out/benchmark.csv").toString());
    JsonNode facts = new ObjectMapper().readTree(temp.resolve("out/run.json").toFile());
    assertThat(facts.path("findings")).hasSize(rows.size());
    assertThat(facts.path("kernel").asText()).isEqualTo(Kernel.ofThisJvm().name());
    assertThat(ImageIO.read(temp.resolve("out/benchmark.png").toFile()).getWidth()).isPositive();
  }

  @Test
  void fitsAreTimedBesideSparks() throws IOException {
    CachedRdds cached = CachedRdds.now();
    run("--fits", "--scale", "0.001", "--repeats", "1", "--only", "dense-1m,sparse-400k")
        .assertDone();
    List<CSVRecord> rows = rows();
    assertThat(rows.stream().map(row -> row.get("part")).distinct())
        .containsExactly("dense-1m", "sparse-400k");
    assertThat(rows.stream().map(row -> row.get("unit")))
        .containsExactly("ms", "objective", "log loss", "ms", "objective", "log loss");
    assertThat(rows).allMatch(row -> Double.parseDouble(row.get("theirs_value")) > 0);
    // The objective of so few rows is at its optimum, which a wrong one would not be.
    assertThat(Double.parseDouble(rows.get(1).get("ratio"))).isBetween(0.999, 1.01);
    assertThat(Double.parseDouble(rows.get(4).get("ratio"))).isBetween(0.999, 1.01);
    assertThat(cached.since()).isEmpty();
    assertThat(temp.resolve("out/benchmark.png")).isNotEmptyFile();
  }

  @Test
  void tablesThatAreNotThereAreNamed() {
    JobRun run = run("--tables", temp.toString());
    assertThat(run.status()).isEqualTo(JobRunner.BAD_INPUT);
    assertThat(run.err())
        .contains("has no flights.parquet; data/README.md says where it can be had");
    JobRun fits = run("--fits", "--tables", temp.toString(), "--only", "dense-1m,imdb");
    assertThat(fits.status()).isEqualTo(JobRunner.BAD_INPUT);
    assertThat(fits.err())
        .contains("has no imdb_bow.train.libsvm.gz; data/README.md says where it can be had");
  }

  @Test
  void onePartCanBeRunAlone() throws IOException {
    run("--scale", "0.001", "--repeats", "1", "--only", "lockstep").assertDone();
    assertThat(rows().stream().map(row -> row.get("part"))).containsOnly("lockstep").hasSize(2);
  }

  @Test
  void halfOfTheChunksAreOnDiskWhereThatIsWhatIsMeasured() throws IOException {
    run("--scale", "0.05", "--repeats", "1", "--only", "spilled").assertDone();
    CSVRecord first = rows().get(0);
    double share = Double.parseDouble(first.get("ours").replaceAll("\\D", ""));
    assertThat(share).isBetween(40.0, 60.0);
    assertThat(first.get("theirs")).contains(" 0 % on disk");
  }

  @Test
  void whatCannotBeMeasuredIsRefused() {
    JobRun.withoutSpark(new Benchmark(), "--only", "steps")
        .assertRefused("--only steps: must be of sparse, kernel, step, lockstep");
    JobRun.withoutSpark(new Benchmark(), "--fits", "--only", "kernel")
        .assertRefused("--only kernel: must be of dense-1m, dense-8m, sparse-400k, sparse-1m");
    JobRun.withoutSpark(new Benchmark(), "--step-sizes", "NaN")
        .assertRefused("--step-sizes must be above 0");
    JobRun.withoutSpark(new Benchmark(), "--step-sizes", "0.1").assertRefused("give --tables too");
    JobRun.withoutSpark(new Benchmark(), "--tuning").assertRefused("give --tables too");
    JobRun.withoutSpark(new Benchmark(), "--commands").assertRefused("give --tables too");
    JobRun.withoutSpark(new Benchmark(), "--commands", "--tables", "t", "--only", "kernel")
        .assertRefused("--only kernel: must be of adult, beijing-air, census-income-kdd");
    JobRun.withoutSpark(new Benchmark(), "--scale", "0").assertRefused("--scale must be");
    JobRun.withoutSpark(new Benchmark(), "--repeats", "0").assertRefused("--repeats must be");
  }

  private JobRun run(String... options) {
    String[] arguments = new String[options.length + 3];
    System.arraycopy(options, 0, arguments, 3, options.length);
    arguments[0] = "--out";
    arguments[1] = temp.resolve("out").toString();
    arguments[2] = "--overwrite";
    return JobRun.of(new Benchmark(), arguments);
  }

  private List<CSVRecord> rows() throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    String csv = Files.readString(temp.resolve("out/benchmark.csv"), StandardCharsets.UTF_8);
    try (CSVParser parser = CSVParser.parse(csv, format)) {
      return parser.getRecords();
    }
  }
}
