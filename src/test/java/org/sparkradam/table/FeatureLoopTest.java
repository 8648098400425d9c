package org.sparkradam.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkradam.testing.LocalSpark;

/** Features of the rows that are learnt from, beside those that the saved preparation makes. */
class FeatureLoopTest {
  private static final String ID = "CAST(id AS DOUBLE) AS place";
  private static final String NUMBERS =
      ", CAST(NULLIF(id % 3, 1) AS INT) AS whole, IF(id % 7 = 0, NULL, exp(id % 5)) AS some,"
          + " IF(id % 2 = 0, -0.0D, 3.0D) AS zero, id % 2 = 1 AS flag";
  private static final String CATEGORIES =
      ", IF(id % 5 = 0, NULL, concat(' t', id % 11)) AS c, CAST(id AS STRING) AS many,"
          + " CASE id % 3 WHEN 0 THEN '' WHEN 1 THEN '1.0' ELSE '1' END AS alike";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {NUMBERS, CATEGORIES, NUMBERS + CATEGORIES})
  void areThoseOfTheStages(String columns) {
    assertSame(true, columns, FeatureSettings.DEFAULT);
  }

  @Test
  void rareCategoriesAreTheSameToBoth() {
    assertSame(
        true, NUMBERS + CATEGORIES, LargeTableFeaturesTest.minCount(20, OptionalInt.empty()));
  }

  @ParameterizedTest
  @MethodSource
  void moreThanThatIsMadeByTheStages(FeatureSettings settings) {
    assertSame(false, NUMBERS + CATEGORIES, settings);
  }

  static Stream<FeatureSettings> moreThanThatIsMadeByTheStages() {
    OptionalInt none = OptionalInt.empty();
    NumericTreatment plain = NumericTreatment.STANDARDISE;
    return Stream.of(
        new FeatureSettings(none, 1, OptionalInt.of(6), plain, Map.of(), List.of(), List.of()),
        new FeatureSettings(OptionalInt.of(9), 1, none, plain, Map.of(), List.of(), List.of()),
        new FeatureSettings(
            none, 1, none, plain, Map.of(), List.of(List.of("c", "alike")), List.of()),
        new FeatureSettings(
            none,
            1,
            none,
            plain,
            Map.of("whole", NumericTreatment.LOG_BUCKETS),
            List.of(),
            List.of()));
  }

  private void assertSame(boolean byLoop, String columns, FeatureSettings settings) {
    String path =
        TableTesting.parquet(
            folder, "SELECT " + ID + columns + ", id % 2 AS label FROM range(-60, 240)");
    Dataset<Row> rows = LocalSpark.session().read().parquet(path);
    try (PreparedTable table =
        TableTesting.prepared(TableSpec.of(path).featureSettings(settings))) {
      String plan = table.rows().queryExecution().analyzed().toString();
      assertThat(plan.startsWith("LogicalRDD")).isEqualTo(byLoop);
      List<Vector> expected = features(table.preparation().transform(rows));
      List<Vector> found = features(table.rows());
      assertThat(found).hasSize(300).hasSameSizeAs(expected);
      for (int i = 0; i < found.size(); i++) {
        assertThat(found.get(i)).hasSameClassAs(expected.get(i));
        assertThat(Arrays.equals(found.get(i).toArray(), expected.get(i).toArray())).isTrue();
      }
    }
  }

  /** In an order that is the same for the same vectors. */
  private static List<Vector> features(Dataset<Row> rows) {
    return rows.select("features").collectAsList().stream()
        .map(row -> row.<Vector>getAs(0))
        .sorted(Comparator.comparing(Vector::toString))
        .toList();
  }
}
