package org.sparkradam.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileUtil;
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
import org.sparkradam.table.read.SourceOptions;
import org.sparkradam.table.read.TableFormat;
import org.sparkradam.table.read.TableLocation;
import org.sparkradam.table.read.TableSpec;
import org.sparkradam.table.read.TableSpecBuilder;

/** Which states and which rows of Delta and Iceberg tables are read. */
@Tag("lake")
class LakeReadingTest {
  @TempDir Path temp;
  private SparkSession session;
  private Dataset<Row> rows;

  @BeforeEach
  void catalogs() throws ReflectiveOperationException {
    session = LakeSession.started(temp);
    rows = session.sql("SELECT id % 2 AS label, id % 11 AS x, id % 4 AS day FROM range(80)");
  }

  @AfterEach
  void others() {
    LakeSession.end();
  }

  @Test
  void deltaAtATime() {
    String table = temp + "/delta";
    rows.coalesce(1).write().format("delta").save(table);
    rows.coalesce(1).write().format("delta").mode("append").save(table);
    String first =
        session
            .sql("DESCRIBE HISTORY delta.`" + table + "`")
            .where("version = 0")
            .selectExpr("CAST(timestamp AS STRING)")
            .first()
            .getString(0);
    assertThat(read(at(table))).isEqualTo(160);
    assertThat(read(at(table).options(option("timestampAsOf", first)))).isEqualTo(80);
  }

  @Test
  void icebergAtATagAndASnapshot() {
    rows.coalesce(1).writeTo("lake.db.t").createOrReplace();
    String first = snapshot();
    session.sql("ALTER TABLE lake.db.t CREATE TAG monday");
    rows.coalesce(1).write().mode("append").saveAsTable("lake.db.t");
    TableSpecBuilder spec = TableSpec.of(TableLocation.named("lake.db.t"));
    assertThat(read(spec)).isEqualTo(160);
    assertThat(snapshot()).isNotEqualTo(first);
    try (PreparedTable tagged = prepared(spec.options(option("tag", "monday")))) {
      assertThat(tagged.counts().read()).isEqualTo(80);
      assertThat(tagged.snapshots().get("table version")).contains(first);
    }
    assertThat(read(spec.options(option("versionAsOf", first)))).isEqualTo(80);
  }

  /** Whoever looked into them would find nothing there. */
  @Test
  void partitionsThatAreNotAskedForAreNotOpened() throws IOException {
    rows.repartition(1).write().partitionBy("day").format("delta").save(temp + "/delta");
    rows.repartition(1).writeTo("lake.db.t").partitionedBy(rows.col("day")).createOrReplace();
    for (String table : List.of(temp + "/delta", temp + "/warehouse/db/t")) {
      removePartition(Path.of(table), "day=1");
      TableSpecBuilder spec = at(table).features(List.of("x"));
      assertThat(refusal(spec)).isPresent();
      assertThat(read(spec.where("day >= 2 AND x > 4"))).isBetween(10L, 30L);
    }
  }

  @Test
  void avroByItsName() {
    String table = temp + "/avro";
    rows.write().format("avro").save(table);
    assertThat(read(at(table).format(TableFormat.of("AVRO")))).isEqualTo(80);
  }

  private static TableSpecBuilder at(String path) {
    return TableSpec.of(path);
  }

  private static SourceOptions option(String name, String value) {
    return new SourceOptions(Map.of(name, value));
  }

  private PreparedTable prepared(TableSpecBuilder spec) {
    return TablePreparation.prepare(session, spec.build());
  }

  private long read(TableSpecBuilder spec) {
    try (PreparedTable table = prepared(spec)) {
      return table.counts().read();
    }
  }

  private Optional<Exception> refusal(TableSpecBuilder spec) {
    try {
      prepared(spec).close();
      return Optional.empty();
    } catch (Exception e) { // Spark's checked exceptions are not declared.
      return Optional.of(e);
    }
  }

  private String snapshot() {
    return String.valueOf(
        session.table("lake.db.t.refs").where("name = 'main'").first().<Long>getAs("snapshot_id"));
  }

  private static void removePartition(Path table, String name) throws IOException {
    try (Stream<Path> all = Files.walk(table)) {
      List<Path> found = all.filter(path -> path.endsWith(name)).toList();
      assertThat(found).hasSize(1);
      assertThat(FileUtil.fullyDelete(found.get(0).toFile())).isTrue();
    }
  }
}
