package org.sparkradam.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.testing.LocalSpark;
import org.sparkradam.testing.SmallTables;

/** What one small model makes of other tables. */
class ScoreTest {
  @TempDir static Path trained;
  @TempDir Path temp;

  @BeforeAll
  static void train() {
    String table = new SmallTables(trained).csv("t.csv", List.of("no", "yes, sir"));
    // A class with a comma in its name has to be quoted in the file.
    table = quoted(table);
    JobRun.of(new Train(), "--data", table, "--header", "--steps", "60", "--out", trained + "/out")
        .assertDone();
  }

  private static String quoted(String table) {
    try {
      String text = Files.readString(Path.of(table)).replace("yes, sir", "\"yes, sir\"");
      return Files.writeString(Path.of(table), text).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void unseenCategoriesAndMissingValues() {
    String table = file("t.csv", "id,c,x,y", "1,a,3,0", "2,never seen,-2,?", "3,,,");
    JobRun job = score(table, "--header");
    assertThat(job.out()).contains("3 rows: " + temp + "/out/predictions").doesNotContain("ROC");
    Dataset<Row> rows = LocalSpark.session().read().parquet(temp + "/out/predictions");
    assertThat(rows.columns())
        .containsExactly(
            "id",
            "c",
            "x",
            "y",
            "prediction",
            "predicted_label",
            "probability_no",
            "probability_yes, sir");
    List<Row> sorted = rows.orderBy("id").collectAsList();
    assertThat(sorted).extracting(row -> row.getLong(0)).containsExactly(1L, 2L, 3L);
    assertThat(sorted.get(0).getString(5)).isEqualTo("yes, sir");
    assertThat(sorted.get(1).getString(5)).isEqualTo("no");
    assertThat(sorted)
        .allSatisfy(row -> assertThat(row.getDouble(6) + row.getDouble(7)).isEqualTo(1));
  }

  @Test
  void csvWithPlainColumns() throws IOException {
    score(file("t.csv", "x,y,c", "3,0,a", "-2,1,b"), "--header", "--output-format", "csv");
    try (Stream<Path> parts = Files.list(temp.resolve("out/predictions"))) {
      List<String> lines =
          parts
              .filter(part -> part.toString().endsWith(".csv"))
              .flatMap(part -> lines(part).stream())
              .distinct()
              .toList();
      assertThat(lines)
          .contains("x,y,c,prediction,predicted_label,probability_no,\"probability_yes, sir\"")
          .anyMatch(line -> line.startsWith("3,0,a,1.0,\"yes, sir\",0."))
          .hasSize(3);
    }
  }

  @Test
  void metricsWhereThereIsALabel() {
    String table = trained + "/t.csv";
    JobRun job = score(table, "--header");
    assertThat(job.out()).contains("log loss", "area under ROC", "240 rows");
  }

  @Test
  void badRows() {
    String table = file("t.csv", "x,y,c", "3,0,a", "oops,1,b", "Infinity,1,b");
    refused(table).assertRefused("no number in the numeric column x, such as: oops, 1, b");
    JobRun job = score(table, "--header", "--bad-rows", "skip");
    assertThat(job.out()).contains("left out: 1 row: no number", "1 rows: ");
  }

  /** Of the rest that may be wrong with a table others tell. */
  @Test
  void aTableThatHasWhatTheModelWrites() {
    refused(file("p.csv", "x,y,c,Predicted_Label", "3,0,a,1"))
        .assertRefused("the table has a column Predicted_Label, which the model writes");
  }

  @Test
  void wrongModels() {
    String table = file("t.csv", "x,y,c", "3,0,a");
    String nothing = temp + "/nothing";
    scored(nothing, table).assertRefused("--model " + nothing + ": there is no saved pipeline");
    String part =
        Arrays.stream(trained.resolve("out/model/stages").toFile().list())
            .filter(name -> name.contains("logreg"))
            .findFirst()
            .orElseThrow();
    scored(trained + "/out/model/stages/" + part, table)
        .assertRefused("no pipeline model", "found class name", "LogisticRegressionModel");
    scored("foo://there", table).assertRefused("--model", "foo");
  }

  @Test
  void anyPipelineOfSparks() {
    Dataset<Row> rows =
        LocalSpark.session().range(100).selectExpr("id AS x", "cast(id % 2 AS double) AS label");
    String folder = temp + "/spark";
    save(rows, folder, new LogisticRegression().setMaxIter(2));
    String table = file("t.csv", IntStream.range(0, 20).mapToObj(i -> i + "," + i % 2));
    String select = "SELECT _c0 AS x, _c1 AS label FROM __THIS__";
    JobRun job = scored(folder, table, "--select", select, "--output-format", "csv");
    job.assertDone();
    assertThat(job.out()).contains("20 rows", "accuracy");
  }

  /** Predictions are there already then, and nobody has to make them again. */
  @Test
  void aLabelThatTheModelCannotPredict() throws IOException {
    String folder = temp + "/numbers";
    Dataset<Row> rows =
        LocalSpark.session().range(100).selectExpr("id AS x", "double(id) AS label");
    save(rows, folder, new LinearRegression());
    String table = file("t.csv", "x,c", "3,a", "4,b");
    JobRun job = scored(folder, table, "--header", "--label", "c");
    job.assertDone();
    assertThat(job.out())
        .contains("no labels, no metrics: column c holds none that the model predicts")
        .contains("but such as 'a'");
    assertThat(temp.resolve("out/predictions/_SUCCESS")).exists();
    assertThat(Files.readString(temp.resolve("out/run.json"))).contains("\"rows\" : 2");
  }

  private static void save(Dataset<Row> rows, String folder, PipelineStage learner) {
    try {
      new Pipeline()
          .setStages(
              new PipelineStage[] {
                new VectorAssembler().setInputCols(new String[] {"x"}).setOutputCol("features"),
                learner
              })
          .fit(rows)
          .save(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String file(String name, String... lines) {
    return new SmallTables(temp).file(name, lines);
  }

  private String file(String name, Stream<String> lines) {
    return new SmallTables(temp).file(name, lines);
  }

  private JobRun score(String table, String... options) {
    JobRun run = scored(trained + "/out", table, options);
    run.assertDone();
    return run;
  }

  private JobRun refused(String table) {
    JobRun run = scored(trained + "/out", table, "--header");
    assertThat(temp.resolve("out")).doesNotExist();
    return run;
  }

  private JobRun scored(String model, String table, String... options) {
    Stream<String> common =
        Stream.of("--model", model, "--data", table, "--out", temp.resolve("out").toString());
    return JobRun.of(new Score(), Stream.concat(common, Stream.of(options)).toArray(String[]::new));
  }
}
