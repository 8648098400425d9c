package org.sparkradam.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.testing.LocalSpark;
import org.sparkradam.testing.SmallTables;

/** Tables whose columns are called as the model's own, as Spark's, or as each other. */
class OddNamesTest {
  @TempDir Path temp;

  @Test
  void aTableThatHasTheNamesOfPredictionsIsScored() throws IOException {
    String names = "prediction,Probability,rawPrediction,predicted_label,features,source,weight,c0";
    String table =
        new SmallTables(temp)
            .file(
                "t.csv",
                Stream.concat(
                    Stream.of(names + ",a.b,tick`s,e'f,select,100%,Ünï,spark_radam_status,label"),
                    Stream.iterate(0, i -> i + 1).limit(120).map(OddNamesTest::line)));
    JobRun trained =
        JobRun.of(
            new Train(),
            "--data",
            table,
            "--test-data",
            table,
            "--header",
            "--steps",
            "20",
            "--out",
            temp + "/m");
    trained.assertDone();
    JobRun scored =
        JobRun.of(
            new Score(), "--model", temp + "/m", "--data", table, "--header", "--out", temp + "/s");
    scored.assertDone();
    List<String> columns =
        List.of(LocalSpark.session().read().parquet(temp + "/s/predictions").columns());
    assertThat(columns)
        .startsWith("prediction", "Probability", "rawPrediction", "predicted_label")
        .contains("prediction_2", "predicted_label_2", "probability_2_0", "probability_2_1");
    String told =
        Files.readAllLines(temp.resolve("m/metrics.csv")).stream()
            .filter(line -> line.startsWith("log loss"))
            .findFirst()
            .orElseThrow();
    assertThat(Files.readString(temp.resolve("s/run.json")))
        .contains("\"log loss\" : " + told.split(",")[2]);
  }

  @AfterEach
  void theSharedSessionAgain() {
    SparkSession.setActiveSession(LocalSpark.session());
  }

  private static String line(int i) {
    String fields = "";
    for (int k = 2; k < 17; k++) {
      fields += (i * k) % 11 + ",";
    }
    return fields + (i % 11 > 5 ? 1 : 0);
  }

  /** Where Spark is told to tell them apart. */
  @Test
  void namesThatDifferInCaseOnly() {
    SparkSession session = LocalSpark.session().newSession();
    session.conf().set("spark.sql.caseSensitive", true);
    String table = temp + "/t.parquet";
    session
        .sql("SELECT id % 7 AS x, id % 5 AS X, id % 2 AS late FROM range(200)")
        .write()
        .parquet(table);
    SparkSession.setActiveSession(session);
    Sessions sessions = (any, work) -> work.accept(session);
    String select = "SELECT * FROM __THIS__";
    JobRun trained =
        JobRun.with(
            sessions,
            new Train(),
            "--data",
            table,
            "--label",
            "late",
            "--select",
            select,
            "--steps",
            "5",
            "--out",
            temp + "/m");
    trained.assertDone();
    assertThat(trained.out()).contains("x, X");
    JobRun.with(
            sessions, new Score(), "--model", temp + "/m", "--data", table, "--out", temp + "/s")
        .assertDone();
  }

  @Test
  void aNameThatSparkTakesForTheTable() {
    String table = temp + "/this.parquet";
    LocalSpark.session()
        .sql("SELECT id % 7 AS `__THIS__`, id % 2 AS label FROM range(50)")
        .write()
        .parquet(table);
    JobRun.of(new Train(), "--data", table, "--out", temp + "/m")
        .assertRefused("column __THIS__", "--exclude");
  }
}
