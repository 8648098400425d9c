package org.sparkradam.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparkradam.table.TableTesting.parquet;
import static org.sparkradam.table.TableTesting.prepared;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.table.read.FeatureSettings;
import org.sparkradam.table.read.TableSpec;

class LargeDictionaryTest {
  @TempDir Path folder;

  /**
   * Each of Spark's jobs gets the schema of what it reads, and a million names would weigh on it.
   */
  @Test
  void rowsToTrainOnCarryNoNamesOfTheirFeatures() {
    String select =
        "SELECT concat('some long text ', id % 3000) AS c, id % 7 AS x, id % 2 AS label"
            + " FROM range(15000)";
    FeatureSettings settings = LargeTableFeaturesTest.minCount(2, OptionalInt.empty());
    try (PreparedTable table =
        prepared(TableSpec.of(parquet(folder, select)).featureSettings(settings))) {
      assertThat(table.numFeatures()).isGreaterThan(2_900);
      assertThat(table.featureNames()).contains("c=some long text 17");
      for (Dataset<Row> rows : List.of(table.training(), table.test())) {
        assertThat(rows.schema().apply("features").metadata().json())
            .isEqualTo("{\"ml_attr\":{\"num_attrs\":" + table.numFeatures() + "}}");
      }
    }
  }
}
