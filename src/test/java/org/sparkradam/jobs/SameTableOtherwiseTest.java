package org.sparkradam.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.testing.LocalSpark;

/** A table that comes back with its columns in other types, as other tools write it. */
class SameTableOtherwiseTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A month and a flag that decide the label, a price, a day, a text, and who has a map. */
  private static final String TABLE =
      """
      SELECT int(id % 6) AS month, id % 5 = 0 AS flag, double(id % 11) / 4 AS price,
        date_add(date'2024-01-01', int(id % 4)) AS day, element_at(array('x', 'y'), int(id % 2) + 1) AS word,
        2D + id % 3 AS w, array(map('k', id)) AS events,
        IF(id % 6 IN (1, 4) OR (id % 5 = 0 AND id % 7 < 6), 'late', 'on time') AS label
      FROM range(400)""";

  @TempDir static Path trained;
  @TempDir Path temp;

  @BeforeAll
  static void train() {
    String table = trained + "/t.parquet";
    sql(TABLE).write().parquet(table);
    done(
        "--data",
        table,
        "--test-data",
        table,
        "--categorical",
        "month,day",
        "--exclude",
        "events",
        "--weight",
        "w",
        "--steps",
        "40",
        "--out",
        trained + "/out");
  }

  @Test
  void theSameTableHasTheSameMetrics() {
    same(sql(TABLE));
    JsonNode run = read(trained.resolve("out/run.json"));
    assertThat(run.path("schema").findValuesAsText("name"))
        .contains("month", "flag", "label", "w", "events");
    assertThat(run.path("schemaCheck").get(0).path("unseen").asDouble()).isZero();
  }

  /** A month missing, and pandas writes the others as 1.0; databases have decimals. */
  @Test
  void categoriesOfOtherTypes() {
    for (String type : List.of("double", "decimal(10,2)", "float", "bigint", "string")) {
      same(sql(TABLE).withColumn("month", column("CAST(month AS " + type + ")")));
    }
    JobRun run = same(sql(TABLE).withColumn("day", column("CAST(day AS TIMESTAMP)")));
    assertThat(run.out()).contains("day", "timestamp", "date").doesNotContain("WARNING");
  }

  @Test
  void flagsAndNumbersOfOtherTypes() {
    for (String flag : List.of("int(flag)", "IF(flag, 'True', 'False')", "double(flag)")) {
      same(sql(TABLE).withColumn("flag", column(flag)));
    }
    same(sql(TABLE).withColumn("price", column("CAST(price AS STRING)")));
    same(sql(TABLE).withColumn("w", column("CAST(w AS STRING)")));
  }

  @Test
  void textFilesOfIt() {
    Dataset<Row> text =
        sql(TABLE).drop("events").withColumn("flag", column("IF(flag, 'TRUE', 'FALSE')"));
    String path = temp + "/t.csv";
    text.coalesce(1).write().option("header", true).csv(path);
    same(path, "--header");
  }

  @Test
  void labelsOfOtherForms() {
    score(sql(TABLE).withColumn("label", column("''")), "no labels, no metrics");
    score(sql(TABLE).withColumn("label", column("CAST(NULL AS INT)")), "no labels, no metrics");
    score(sql(TABLE).drop("label"), "no labels, no metrics: there is no column label");
    score(
        sql(TABLE).withColumn("label", column("IF(w = 2, 'lost', label)")),
        "whose label the model does not predict, such as 'lost'");
    score(sql(TABLE).withColumn("label", column("array(1)")), "no labels, no metrics");
  }

  @Test
  void whatTrainingHasNotSeenIsLoud() {
    JobRun some = score(sql(TABLE).withColumn("month", column("IF(month = 1, 13, month)")));
    assertThat(some.out())
        .contains("columns of the table that differ from training")
        .containsPattern("WARNING: 16\\.\\d+ % of the values of column month were not seen")
        .contains("such as '13'");
    JsonNode check = read(temp.resolve("out/run.json")).path("schemaCheck").get(0);
    assertThat(check.path("column").asText()).isEqualTo("month");
    assertThat(check.path("unseen").asDouble()).isCloseTo(67 / 400.0, within(1e-9));
    JobRun missing = score(sql(TABLE).withColumn("price", column("IF(flag, NULL, price)")));
    assertThat(missing.out()).contains("WARNING: 20 % of the values of column price are missing");
  }

  @Test
  void whatCannotBeSettledNamesBothTypes() {
    refused(
        sql(TABLE).withColumn("month", column("date'2024-01-01'")),
        "column month holds dates or times (date), but held whole numbers (int) in training");
    refused(sql(TABLE).withColumn("price", column("array(price)")), "column price holds", "double");
    refused(
        sql(TABLE).withColumn("flag", column("'maybe'")),
        "neither true nor false in column flag",
        "flag: maybe");
  }

  /** A pipeline that Spark has saved again has no schema beside it. */
  @Test
  void withoutTheSchemaAllIsReadAlike() throws IOException {
    String copy = temp + "/copy";
    PipelineModel.load(trained + "/out/model").save(copy);
    assertThat(Path.of(copy, "schema.json")).doesNotExist();
    String table = temp + "/again.parquet";
    Dataset<Row> other = sql(TABLE).withColumn("month", column("double(month)"));
    other.withColumn("w", column("1")).write().parquet(table);
    JobRun run =
        JobRun.of(new Score(), "--model", copy, "--data", table, "--out", temp + "/copied");
    run.assertDone();
    assertThat(run.out()).contains("area under ROC").doesNotContain("WARNING");
  }

  private JobRun same(Dataset<Row> rows) {
    String path = temp + "/" + System.nanoTime() + ".parquet";
    rows.write().parquet(path);
    return same(path);
  }

  /** The metrics that training told of the same rows. */
  private JobRun same(String path, String... options) {
    JobRun run = scored(path, options);
    run.assertDone();
    Map<String, Double> told = metrics(trained.resolve("out/metrics.csv"));
    JsonNode here = read(temp.resolve("out/run.json")).path("metrics");
    told.forEach(
        (name, value) ->
            assertThat(here.path(name).asDouble(Double.NaN))
                .as(name)
                .isCloseTo(value, within(1e-9)));
    return run;
  }

  private JobRun score(Dataset<Row> rows, String... said) {
    String path = temp + "/" + System.nanoTime() + ".parquet";
    rows.write().parquet(path);
    JobRun run = scored(path);
    run.assertDone();
    assertThat(run.out()).contains("400 rows: ");
    for (String words : said) {
      assertThat(run.out()).contains(words);
    }
    return run;
  }

  private void refused(Dataset<Row> rows, String... parts) {
    String path = temp + "/" + System.nanoTime() + ".parquet";
    rows.write().parquet(path);
    scored(path).assertRefused(parts);
  }

  private JobRun scored(String path, String... options) {
    Stream<String> common =
        Stream.of(
            "--model", trained + "/out", "--data", path, "--overwrite", "--out", temp + "/out");
    return JobRun.of(new Score(), Stream.concat(common, Stream.of(options)).toArray(String[]::new));
  }

  private static void done(String... options) {
    JobRun.of(new Train(), options).assertDone();
  }

  private static Dataset<Row> sql(String statement) {
    return LocalSpark.session().sql(statement).coalesce(1);
  }

  private static Column column(String sql) {
    return functions.expr(sql);
  }

  private static JsonNode read(Path json) {
    try {
      return JSON.readTree(json.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Double> metrics(Path csv) {
    try {
      List<String> lines = new ArrayList<>(Files.readAllLines(csv));
      Map<String, Double> metrics = new LinkedHashMap<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] fields = line.split(",", -1);
        metrics.put(fields[0], Double.valueOf(fields[2]));
      }
      return metrics;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
