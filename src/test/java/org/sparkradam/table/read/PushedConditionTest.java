package org.sparkradam.table.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkradam.testing.LocalSpark;

/** What a condition leaves on disk, by Spark's plan. */
class PushedConditionTest {
  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "orc"})
  void partitionsAndRowsThatAreNotAskedForAreNotRead(String format) {
    String table = temp.resolve("days").toString();
    LocalSpark.session()
        .sql("SELECT id % 2 AS label, id AS x, id % 4 AS day FROM range(40)")
        .write()
        .partitionBy("day")
        .format(format)
        .save(table);
    TableSpecBuilder spec = TableSpec.of(table).format(TableFormat.of(format));
    Dataset<Row> rows = read(spec.where("day >= 2 AND x > 10"));
    String plan = rows.queryExecution().executedPlan().toString();
    assertThat(plan)
        .containsPattern("PartitionFilters: \\[[^\\]]*\\(day#\\d+ >= 2\\)")
        .contains("PushedFilters: [IsNotNull(x), GreaterThan(x,10)]");
    assertThat(rows.inputFiles()).isNotEmpty();
    assertThat(rows.count()).isEqualTo(15);
    // Without the condition, Spark would plan to read all four days.
    TableSpecBuilder all = TableSpec.of(table).format(TableFormat.of(format));
    assertThat(read(all).queryExecution().executedPlan().toString())
        .contains("PartitionFilters: []");
  }

  @Test
  void aDatabaseGetsTheCondition() throws SQLException {
    String url = "jdbc:h2:" + temp.resolve("db");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE t AS SELECT x % 2 AS \"label\", x AS \"x\" FROM SYSTEM_RANGE(1, 40)");
    }
    Dataset<Row> rows =
        read(
            TableSpec.of(TableLocation.BY_OPTIONS)
                .format(TableFormat.of("jdbc"))
                .options(new SourceOptions(Map.of("url", url, "dbtable", "t")))
                .where("x > 10"));
    // With a star: Spark leaves the filtering to the database altogether.
    assertThat(rows.queryExecution().executedPlan().toString())
        .contains("PushedFilters: [*IsNotNull(x), *GreaterThan(x,10)]");
    assertThat(rows.count()).isEqualTo(30);
  }

  private static Dataset<Row> read(TableSpecBuilder spec) {
    TableSpec built = spec.build();
    TableInput input = new TableInput(LocalSpark.session(), built, rows -> rows);
    return input.read(input.settled(built.data()), Optional.empty()).rows();
  }
}
