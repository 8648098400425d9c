package org.sparkradam.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.testing.LocalSpark;

/** What a condition leaves on disk, by Spark's plan. */
class PushedConditionTest {
  @TempDir Path temp;

  @Test
  void partitionsAndRowsThatAreNotAskedForAreNotRead() {
    String table = temp.resolve("days").toString();
    LocalSpark.session()
        .sql("SELECT id % 2 AS label, id AS x, id % 4 AS day FROM range(40)")
        .write()
        .partitionBy("day")
        .parquet(table);
    Dataset<Row> rows = read(TableSpec.of(table).where("day >= 2 AND x > 10"));
    String plan = rows.queryExecution().executedPlan().toString();
    assertThat(plan)
        .containsPattern("PartitionFilters: \\[[^\\]]*\\(day#\\d+ >= 2\\)")
        .contains("PushedFilters: [IsNotNull(x), GreaterThan(x,10)]");
    assertThat(rows.inputFiles()).isNotEmpty();
    assertThat(rows.count()).isEqualTo(15);
    // Without the condition, Spark would plan to read all four days.
    assertThat(read(TableSpec.of(table)).queryExecution().executedPlan().toString())
        .contains("PartitionFilters: []");
  }

  private static Dataset<Row> read(TableSpecBuilder spec) {
    TableSpec built = spec.build();
    TableInput input = new TableInput(LocalSpark.session(), built, rows -> rows);
    return input.read(input.settled(built.data()), Optional.empty()).rows();
  }
}
