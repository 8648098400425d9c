package org.sparkradam.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkradam.testing.LocalSpark;
import org.sparkradam.testing.SmallTables;

/** Jobs on tables of Spark's own sources, and of a real database. */
class AnySourceTest {
  private static final String ROWS =
      "SELECT CAST(id % 2 AS STRING) AS label, id % 2 + rand(1) AS x, id % 7 AS y,"
          + " element_at(array('a', 'b', 'c'), CAST(id % 3 + 1 AS INT)) AS c,"
          + " CAST(id DIV 60 AS INT) AS day FROM range(240)";

  @TempDir Path temp;
  private Dataset<Row> rows;

  @BeforeEach
  void rows() {
    rows = LocalSpark.session().sql(ROWS).coalesce(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"orc", "json"})
  void aFormatByItsName(String format) {
    String table = temp + "/" + format;
    rows.write().format(format).save(table);
    // The files' ending would tell as well; the folder's name does not have to.
    JobRun job = train("--data", table, "--format", format.toUpperCase(Locale.ROOT));
    job.assertDone();
    assertThat(run()).contains("\"format\" : \"" + format + "\"", "\"trainingRows\" : ");
    assertThat(job.out()).contains("rows: 240 read");
  }

  @Test
  void severalPathsAreOneTable() {
    rows.where("day < 2").write().parquet(temp + "/a");
    rows.where("day >= 2").write().parquet(temp + "/b");
    JobRun job = train("--data", temp + "/a", "--data", temp + "/b");
    job.assertDone();
    assertThat(job.out()).contains("rows: 240 read", temp + "/a, " + temp + "/b");
  }

  @Test
  void severalTextFilesHaveOneHeader() {
    SmallTables tables = new SmallTables(temp);
    String a = tables.csvThatEndsIn("a.csv");
    String b = tables.csvThatEndsIn("b.csv");
    JobRun job = train("--data", a, "--data", b, "--header");
    job.assertDone();
    assertThat(job.out()).contains("rows: 120 read");
    String other = tables.file("other.csv", "y,x,label", "1,2,0");
    train("--data", a, "--data", other, "--header")
        .assertRefused("other.csv has the columns y, x, label, but", "a.csv has x, y, label");
    String parquet = temp + "/t.parquet";
    rows.write().parquet(parquet);
    train("--data", a, "--data", parquet, "--header")
        .assertRefused("a.csv is csv", "t.parquet is parquet");
  }

  @Test
  void aConditionOnPartitions() {
    String table = temp + "/days";
    rows.write().partitionBy("day").parquet(table);
    String where = "day = 1 AND y > 2";
    JobRun job = train("--data", table, "--format", "parquet", "--where", where);
    job.assertDone();
    long left = rows.where(where).count();
    assertThat(left).isBetween(20L, 59L);
    assertThat(job.out()).contains("rows: " + left + " read");
    assertThat(run()).contains("\"where\" : \"" + where + "\"");
    train("--data", table, "--format", "parquet", "--where", "day = 9")
        .assertRefused("there are no rows in it for which --where holds");
  }

  @Test
  void conditionsThatAreNone() {
    String table = temp + "/t.parquet";
    rows.write().parquet(table);
    refused("--data", table, "--where", "day == = 1").assertRefused("--where: ", "'='");
    refused("--data", table, "--where", "nope > 1")
        .assertRefused("--where: ", "`nope`", "The columns are label, x, y, c, day");
    refused("--data", table, "--where", "x + 1").assertRefused("--where: ", "FILTER");
  }

  @Test
  void aTableOfTheSessionsCatalog() {
    LocalSpark.session().sql("DROP TABLE IF EXISTS radam_days");
    rows.write().format("orc").saveAsTable("radam_days");
    try {
      train("--table", "radam_days", "--where", "day < 3").assertDone();
      assertThat(run()).contains("\"data\" : \"radam_days\"", "\"where\" : \"day < 3\"");
      // A model's predictions go into a table, too, and no second time unless that is said.
      score("--table", "radam_days", "--output-table", "radam_scores").assertDone();
      JobRun again =
          score("--table", "radam_days", "--output-table", "radam_scores", "--overwrite");
      again.assertRefused("table radam_scores: predictions cannot be written: ", "already exists");
      String[] append = {"--output-mode", "append", "--overwrite"};
      score(with(append, "--table", "radam_days", "--output-table", "radam_scores")).assertDone();
      assertThat(LocalSpark.session().table("radam_scores").count()).isEqualTo(480);
      assertThat(LocalSpark.session().table("radam_scores").columns())
          .contains("x", "day", "prediction", "predicted_label", "probability_0");
    } finally {
      LocalSpark.session().sql("DROP TABLE IF EXISTS radam_days");
      LocalSpark.session().sql("DROP TABLE IF EXISTS radam_scores");
    }
  }

  @Test
  void aViewAndATestTable() {
    rows.where("day < 3").createOrReplaceTempView("radam_train");
    rows.where("day = 3").createOrReplaceTempView("radam_test");
    JobRun job = train("--table", "radam_train", "--test-table", "radam_test");
    job.assertDone();
    assertThat(run()).contains("\"trainingRows\" : 180", "\"testRows\" : 60");
  }

  @Test
  void aDatabase() throws SQLException {
    String url = "jdbc:h2:" + temp + "/db;USER=radam;PASSWORD=open sesame";
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE t (\"label\" INT, x DOUBLE, c VARCHAR(9), pay DECIMAL(8, 2))");
      statement.execute(
          "INSERT INTO t SELECT x % 2, x % 2 + RAND(), CHAR(97 + x % 3), x / 7.0"
              + " FROM SYSTEM_RANGE(1, 240)");
    }
    String[] source = {
      "--format",
      "jdbc",
      "--option",
      "url=" + "jdbc:h2:" + temp + "/db",
      "--option",
      "dbtable=t",
      "--option",
      "user=radam",
      "--option",
      "password=open sesame"
    };
    JobRun job = train(with(source, "--where", "x < 1.5"));
    job.assertDone();
    assertThat(job.out()).doesNotContain("sesame");
    assertThat(run()).contains("\"password\" : \"*****\"", "\"dbtable\" : \"t\"");
    assertNowhere("sesame", temp.resolve("out"));

    String[] target = {
      "--output-format",
      "jdbc",
      "--output-option",
      "url=" + url,
      "--output-option",
      "dbtable=scores"
    };
    score(with(source, target)).assertDone();
    assertNowhere("sesame", temp.resolve("scored"));
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery("SELECT COUNT(*), COUNT(\"probability_1\") FROM scores")) {
      found.next();
      assertThat(found.getInt(1)).isEqualTo(240);
      assertThat(found.getInt(2)).isEqualTo(240);
    }
    score(with(with(source, target), "--overwrite"))
        .assertRefused("predictions cannot be written: ", "scores");
    score(with(with(source, target), "--output-mode", "overwrite", "--overwrite")).assertDone();
  }

  /** Whatever a database says of its URL. */
  @Test
  void secretsInErrors() {
    String url = "jdbc:h2:tcp://127.0.0.1:1/db;USER=me;PASSWORD=open-sesame";
    JobRun job =
        refused("--format", "jdbc", "--option", "url=" + url, "--option", "dbtable=sesame_t");
    job.assertRefused("cannot be read as jdbc: ");
    assertThat(job.err() + job.out()).doesNotContain("open-sesame");
    JobRun typo = refused("--optoin", "password=open-sesame");
    assertThat(typo.err()).doesNotContain("open-sesame").contains("--optoin");
  }

  @Test
  void recordsThatAreNone() throws IOException {
    String table = temp + "/t.json";
    List<String> lines = new ArrayList<>(rows.toJSON().collectAsList());
    lines.add("{\"x\": 1, oops");
    Files.write(Path.of(table), lines);
    refused("--data", table)
        .assertRefused("t.json: bad rows: 1 row: no record of json, such as: {\"x\": 1, oops");
    JobRun job = train("--data", table, "--bad-rows", "skip");
    job.assertDone();
    assertThat(job.out()).contains("left out: 1 row: no record of json");
  }

  @Test
  void recordsOfSeveralLines() throws IOException {
    String table = temp + "/t.json";
    List<String> records = rows.toJSON().collectAsList();
    Files.writeString(
        Path.of(table),
        String.join(",", records).replace(",", ",\n").transform(r -> "[" + r + "]"));
    refused("--data", table).assertRefused("there is no record of json in it", "--multi-line");
    JobRun job = train("--data", table, "--multi-line");
    job.assertDone();
    assertThat(job.out()).contains("rows: 240 read");
  }

  @Test
  void predictionsInAnyFormat() {
    String table = temp + "/t.parquet";
    rows.write().parquet(table);
    train("--data", table).assertDone();
    for (String format : List.of("orc", "json")) {
      score("--data", table, "--output-format", format, "--overwrite").assertDone();
      Dataset<Row> written =
          LocalSpark.session().read().format(format).load(temp + "/scored/predictions");
      assertThat(written.count()).isEqualTo(240);
      assertThat(written.columns()).contains("prediction", "probability_0", "c");
    }
    score("--data", table, "--output-format", "csv", "--output-option", "sep=;", "--overwrite")
        .assertDone();
    assertThat(
            LocalSpark.session()
                .read()
                .option("sep", ";")
                .option("header", true)
                .csv(temp + "/scored/predictions")
                .columns())
        .contains("prediction", "probability_0", "c");
  }

  @Test
  void whatIsThereAlready() {
    String table = temp + "/t.parquet";
    rows.write().parquet(table);
    train("--data", table).assertDone();
    score("--data", table).assertDone();
    score("--data", table).assertRefused("exists and is not empty");
    score("--data", table, "--overwrite", "--output-mode", "append").assertDone();
    String predictions = temp + "/scored/predictions";
    assertThat(LocalSpark.session().read().parquet(predictions).count()).isEqualTo(480);
    score("--data", table, "--overwrite", "--output-mode", "errorifexists")
        .assertRefused("predictions cannot be written: ", "already exists");
    score("--data", table, "--overwrite").assertDone();
    assertThat(LocalSpark.session().read().parquet(predictions).count()).isEqualTo(240);
  }

  @Test
  void sourcesThatSparkDoesNotHave() {
    String table = temp + "/t.parquet";
    rows.write().parquet(table);
    String scalaLine = scala.util.Properties.versionNumberString().replaceAll("\\.\\d+$", "");
    String sparkLine = LocalSpark.session().version().replaceAll("\\.\\d+$", "");
    refused("--data", table, "--format", "hudi")
        .assertRefused(
            "--format hudi: there is no such data source; add --packages",
            " org.apache.hudi:hudi-spark" + sparkLine + "-bundle_" + scalaLine + ":");
    refused("--data", table, "--format", "parqet")
        .assertRefused("--format parqet: there is no such data source", "parquet, orc, json");
    train("--data", table).assertDone();
    score("--data", table, "--output-format", "foo")
        .assertRefused("--output-format foo: there is no such data source");
    assertThat(temp.resolve("scored")).doesNotExist();
  }

  @Test
  void tablesThatAreNotThere() {
    refused("--table", "nope.nowhere").assertRefused("--table nope.nowhere: ", "cannot be found");
    refused("--table", "not a name").assertRefused("--table not a name: ");
    refused("--data", temp + "/none", "--format", "orc").assertRefused("there is no such file");
    refused("--format", "jdbc", "--option", "dbtable=t")
        .assertRefused("cannot be read as jdbc", "url");
    SmallTables tables = new SmallTables(temp);
    refused("--data", tables.csvThatEndsIn("a.csv"), "--option", "SEP=;")
        .assertRefused("--option SEP: of CSV files this is said by --separator");
  }

  private JobRun train(String... options) {
    return refused(with(options, "--overwrite"));
  }

  private JobRun refused(String... options) {
    return JobRun.of(
        new Train(), with(options, "--steps", "5", "--out", temp.resolve("out").toString()));
  }

  private JobRun score(String... options) {
    return JobRun.of(
        new Score(),
        with(options, "--model", temp + "/out", "--out", temp.resolve("scored").toString()));
  }

  private static String[] with(String[] options, String... more) {
    return Stream.concat(Stream.of(options), Stream.of(more)).toArray(String[]::new);
  }

  private String run() {
    try {
      return Files.readString(temp.resolve("out/run.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertNowhere(String secret, Path folder) {
    assertThat(SmallTables.below(folder))
        .isNotEmpty()
        .noneMatch(
            file -> {
              try {
                return new String(
                        Files.readAllBytes(folder.resolve(file)), StandardCharsets.ISO_8859_1)
                    .contains(secret);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }
}
