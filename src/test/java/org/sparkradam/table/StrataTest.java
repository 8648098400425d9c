package org.sparkradam.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparkradam.table.TableTesting.labels;
import static org.sparkradam.table.TableTesting.parquet;
import static org.sparkradam.table.TableTesting.prepared;
import static org.sparkradam.table.TableTesting.refusal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.table.read.TableSpec;
import org.sparkradam.table.read.TableSpecBuilder;

/** Classes on both sides of a split. */
class StrataTest {
  @TempDir Path folder;

  @Test
  void rareClassesAreOnBothSides() {
    Random seeds = new Random(4);
    for (int i = 0; i < 6; i++) {
      TableSpecBuilder spec = rare().splitSeed(seeds.nextLong());
      PreparedTable table = prepared(spec);
      assertThat(classes(table.training())).containsExactlyInAnyOrder(0.0, 1.0, 2.0);
      assertThat(classes(table.test())).contains(0.0, 1.0);
      assertThat(table.counts().training() + table.counts().test()).isEqualTo(1000);
    }
  }

  /** The other rows stay where their content puts them, and copies of a row stay together. */
  @Test
  void onlyRowsOfSuchClassesMove() {
    PreparedTable with = prepared(rare());
    PreparedTable without = prepared(rare().stratify(false));
    assertThat(classes(without.test())).as("nothing to mend by this seed").doesNotContain(1.0);
    assertThat(with.notes()).anyMatch(note -> note.contains("--stratify") && note.contains("'1'"));
    long before = without.test().where("label <> 1").count();
    assertThat(with.test().where("label <> 1").count()).isEqualTo(before);
    assertThat(with.test().where("label = 1").count()).as("one content, twice").isEqualTo(2);
    assertThat(with.training().where("label = 1").count()).isEqualTo(4);
  }

  @Test
  void amountsAreSplitAsTheyFall() {
    String path = parquet(folder, "SELECT id AS x, id + 0.5D AS label FROM range(300)");
    TableSpecBuilder spec = TableSpec.of(path).features(List.of("x"));
    PreparedTable with = prepared(spec);
    PreparedTable without = prepared(spec.stratify(false));
    assertThat(labels(with.test())).isEqualTo(labels(without.test()));
  }

  /** Three rows that all fall on one side. */
  @Test
  void theSmallestTables() {
    String path = parquet(folder, "SELECT id AS x, id % 2 AS label FROM range(4)");
    for (long seed = 0; seed < 5; seed++) {
      PreparedTable table = prepared(TableSpec.of(path).features(List.of("x")).splitSeed(seed));
      assertThat(classes(table.training())).hasSize(2);
      assertThat(classes(table.test())).hasSize(2);
    }
    String twins = parquet(folder, "SELECT 1 AS x, id % 2 AS label FROM range(50)");
    assertThat(refusal(TableSpec.of(twins).features(List.of("x")).testFraction(1e-9)))
        .contains("no rows for the test table");
  }

  /** Class 1 has three contents, each twice; class 2 has one. */
  private TableSpecBuilder rare() {
    String path = folder.resolve("table").toString();
    if (!Files.exists(Path.of(path))) {
      parquet(
          folder,
          "SELECT IF(id < 8, 2 * int(id / 2), id) AS x,"
              + " CASE WHEN id < 6 THEN 1 WHEN id < 8 THEN 2 ELSE 0 END AS label"
              + " FROM range(1000)");
    }
    return TableSpec.of(path).features(List.of("x")).testFraction(0.01);
  }

  private static Set<Double> classes(Dataset<Row> rows) {
    return new HashSet<>(labels(rows));
  }
}
