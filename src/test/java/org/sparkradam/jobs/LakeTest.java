package org.sparkradam.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.table.PreparedTable;
import org.sparkradam.table.TablePreparation;
import org.sparkradam.table.read.TableSpec;

/** Jobs on Delta and Iceberg tables, by their own runtimes, while others write into them. */
@Tag("lake")
class LakeTest {
  private static final String ROWS =
      "SELECT CAST(id % 2 AS STRING) AS label, id % 2 + rand(1) AS x, id % 7 AS y"
          + " FROM range(200)";

  @TempDir Path temp;
  private SparkSession session;
  private Dataset<Row> rows;

  @BeforeEach
  void catalogs() throws ReflectiveOperationException {
    session = LakeSession.started(temp);
    rows = session.sql(ROWS).coalesce(1);
  }

  @AfterEach
  void others() {
    session.sql("DROP TABLE IF EXISTS radam_delta");
    LakeSession.end();
  }

  @Test
  void deltaByItsFolder() throws IOException {
    String table = temp + "/delta";
    rows.write().format("delta").save(table);
    JobRun job = train("--data", table);
    job.assertDone();
    assertThat(job.out()).contains("rows: 200 read", "table version: versionAsOf 0");
    assertThat(run("out")).contains("\"table version\" : \"versionAsOf 0\"");

    rows.write().format("delta").mode("append").save(table);
    JobRun newer = train("--data", table, "--format", "delta", "--where", "y < 3");
    newer.assertDone();
    assertThat(newer.out()).contains("table version: versionAsOf 1");
    JobRun earlier = train("--data", table, "--option", "versionAsOf=0");
    earlier.assertDone();
    assertThat(earlier.out()).contains("rows: 200 read", "table version: versionAsOf 0");
    train("--data", table, "--option", "versionAsOf=99").assertRefused("99");
    train("--data", Files.createDirectory(temp.resolve("none")) + "", "--format", "delta")
        .assertRefused("/none: cannot be read as delta: ");

    JobRun scored = score("--data", table, "--output-format", "delta");
    scored.assertDone();
    assertThat(run("scored")).contains("\"snapshot\" : \"versionAsOf 1\"");
    assertThat(session.read().format("delta").load(temp + "/scored/predictions").count())
        .isEqualTo(400);
  }

  @Test
  void deltaByItsName() {
    rows.write().format("delta").saveAsTable("radam_delta");
    JobRun job = train("--table", "radam_delta");
    job.assertDone();
    assertThat(job.out()).contains("rows: 200 read", "table version: versionAsOf 0");
    rows.write().format("delta").mode("append").saveAsTable("radam_delta");
    JobRun earlier = train("--table", "radam_delta", "--option", "versionAsOf=0");
    earlier.assertDone();
    assertThat(earlier.out()).contains("rows: 200 read");
  }

  @Test
  void icebergByItsName() {
    rows.write().saveAsTable("lake.db.t");
    JobRun job = train("--table", "lake.db.t", "--where", "y > 0");
    job.assertDone();
    String first = snapshot("lake.db.t");
    assertThat(job.out()).contains("table version: versionAsOf " + first);

    rows.write().mode("append").saveAsTable("lake.db.t");
    JobRun earlier = train("--table", "lake.db.t", "--option", "versionAsOf=" + first);
    earlier.assertDone();
    assertThat(earlier.out()).contains("rows: 200 read");
    train("--table", "lake.db.nope").assertRefused("--table lake.db.nope: ");

    score("--table", "lake.db.t", "--output-table", "lake.db.scores").assertDone();
    assertThat(run("scored")).contains("\"table\" : \"lake.db.scores\"");
    String[] again = {"--table", "lake.db.t", "--output-table", "lake.db.scores", "--overwrite"};
    score(again).assertRefused("table lake.db.scores: predictions cannot be written");
    score(with(again, "--output-mode", "append")).assertDone();
    assertThat(session.table("lake.db.scores").count()).isEqualTo(800);
    score(with(again, "--output-mode", "overwrite")).assertDone();
    assertThat(session.table("lake.db.scores").count()).isEqualTo(400);
  }

  @Test
  void icebergByItsFolder() {
    rows.write().saveAsTable("lake.db.t");
    String folder = temp + "/warehouse/db/t";
    JobRun job = train("--data", folder);
    job.assertDone();
    assertThat(job.out())
        .contains("rows: 200 read", "table version: versionAsOf " + snapshot("lake.db.t"));
    train("--data", folder, "--option", "branch=nope")
        .assertRefused("there is no branch or tag named nope");
  }

  /** All passes read what the first one has read. */
  @Test
  void rowsThatComeMeanwhile() {
    String table = temp + "/delta";
    rows.write().format("delta").save(table);
    rows.write().saveAsTable("lake.db.t");
    PreparedTable ofDelta = TablePreparation.prepare(session, TableSpec.of(table).build());
    PreparedTable ofIceberg =
        TablePreparation.prepare(session, TableSpec.of(temp + "/warehouse/db/t").build());
    rows.write().format("delta").mode("append").save(table);
    rows.write().mode("append").saveAsTable("lake.db.t");
    for (PreparedTable prepared : new PreparedTable[] {ofDelta, ofIceberg}) {
      assertThat(prepared.training().count()).isEqualTo(prepared.counts().training());
      assertThat(prepared.training().count() + prepared.test().count()).isEqualTo(200);
    }
  }

  @Test
  void aRunGoesOnWithTheVersionItBeganWith() {
    String table = temp + "/delta";
    rows.write().format("delta").save(table);
    String[] command = {
      "--data",
      table,
      "--solvers",
      "radam",
      "--learning-rates",
      "0.1",
      "--steps",
      "20",
      "--checkpoint-dir",
      temp + "/checkpoints",
      "--checkpoint-every",
      "10",
      "--out",
      temp + "/c",
      "--overwrite"
    };
    job(new CompareOptimizers(), command).assertDone();
    assertThat(run("c")).contains("\"table version\" : \"versionAsOf 0\"");
    job(new CompareOptimizers(), with(command, "--resume")).assertDone();
    // A commit that changes no row: only the version can tell.
    session.sql("ALTER TABLE delta.`" + table + "` SET TBLPROPERTIES ('radam.note' = 'none')");
    job(new CompareOptimizers(), with(command, "--resume"))
        .assertRefused("--resume: ", "table version was versionAsOf 0 there and is versionAsOf 1");
  }

  private String snapshot(String table) {
    return String.valueOf(
        session.table(table + ".refs").where("name = 'main'").first().<Long>getAs("snapshot_id"));
  }

  private JobRun train(String... options) {
    String[] common = {"--steps", "5", "--overwrite", "--out", temp + "/out"};
    return job(new Train(), with(options, common));
  }

  private JobRun score(String... options) {
    return job(new Score(), with(options, "--model", temp + "/out", "--out", temp + "/scored"));
  }

  private JobRun job(Job job, String... arguments) {
    return JobRun.with((any, work) -> work.accept(session), job, arguments);
  }

  private static String[] with(String[] options, String... more) {
    return Stream.concat(Stream.of(options), Stream.of(more)).toArray(String[]::new);
  }

  private String run(String folder) {
    try {
      return Files.readString(temp.resolve(folder + "/run.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
