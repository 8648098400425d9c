package org.sparkradam.table.feature;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.serializer.KryoSerializer;
import org.apache.spark.serializer.SerializerInstance;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkradam.block.ScalaCollections;
import org.sparkradam.table.PreparedTable;
import org.sparkradam.table.TableTesting;
import org.sparkradam.table.column.ColumnKind;
import org.sparkradam.table.read.FeatureSettings;
import org.sparkradam.table.read.NumericTreatment;
import org.sparkradam.table.read.TableSpec;
import org.sparkradam.testing.LocalSpark;
import scala.collection.Seq;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

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
    assertSame(true, NUMBERS + CATEGORIES, minCount(20));
  }

  /** Which are held in an array, of which a column that is constant is left out. */
  @Test
  void ofManyNumbersTheyAreTheSame() {
    String columns = ", 7 AS constant" + manyNumbers() + NUMBERS + CATEGORIES;
    assertSame(true, columns, FeatureSettings.DEFAULT);
    FeatureSettings crossed =
        new FeatureSettings(
            OptionalInt.empty(),
            1,
            OptionalInt.empty(),
            NumericTreatment.STANDARDISE,
            Map.of("w3", new NumericTreatment.Quantiles(4)),
            List.of(List.of("c", "alike")),
            List.of());
    assertSame(false, columns, crossed);
  }

  private static FeatureSettings minCount(int rows) {
    OptionalInt none = OptionalInt.empty();
    NumericTreatment plain = NumericTreatment.STANDARDISE;
    return new FeatureSettings(none, rows, none, plain, Map.of(), List.of(), List.of());
  }

  private static String manyNumbers() {
    return IntStream.range(0, 500)
        .mapToObj(k -> ", IF((id + %1$s) %% 7 = 0, NULL, (id * %1$s) %% 13) AS w%1$s".formatted(k))
        .collect(joining());
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

  /** As a cluster ships it whose user has chosen Kryo, which cannot make records. */
  @Test
  void canBeShippedWithKryo() {
    List<InputColumn> columns =
        List.of(
            new InputColumn("x", ColumnKind.REAL, "c0"),
            new InputColumn("t", ColumnKind.TEXT, "c1"));
    FeaturePlan plan =
        new FeaturePlan(
            List.of(new FeatureColumn.Numeric("x", "c0"), new FeatureColumn.OneHot("t", "c1")),
            Dictionaries.NONE,
            Map.of(),
            Map.of("c0", Standardisation.of(3, 2)),
            OptionalInt.empty());
    PipelineModel fitted =
        new PipelineModel(
            "fitted",
            List.of(
                OneHotStages.indexer(
                    new String[] {"c1"}, List.of(List.of("a", "b")), new String[] {"index_c1"})));
    FeatureLoop loop = FeatureLoop.of(plan, fitted, columns).orElseThrow();
    SerializerInstance kryo = new KryoSerializer(new SparkConf(false)).newInstance();
    ClassTag<FeatureLoop> type = ClassTag$.MODULE$.apply(FeatureLoop.class);
    FeatureLoop shipped = kryo.deserialize(kryo.serialize(loop, type), type);
    assertThat(shipped.features(seq(7.0), new int[1], seq("b")))
        .isEqualTo(Vectors.dense(2, 0, 1, 0));
    assertThat(shipped.features(seq((Double) null), new int[1], seq((String) null)))
        .isEqualTo(Vectors.dense(0, 0, 0, 1));
  }

  /** Who looks at labels makes no features, and each side makes its own only. */
  @Test
  void areMadeWhereTheyAreAskedFor() {
    String path =
        TableTesting.parquet(
            folder, "SELECT " + ID + NUMBERS + ", id % 2 AS label FROM range(-60, 240)");
    try (PreparedTable table = TableTesting.prepared(TableSpec.of(path))) {
      assertThat(optimized(table.test().select("label"))).doesNotContain("UDF(");
      assertThat(optimized(table.test())).containsPattern("(?s)UDF\\(.*Filter");
    }
  }

  private static String optimized(Dataset<Row> rows) {
    return rows.queryExecution().optimizedPlan().toString();
  }

  private static <T> Seq<T> seq(T value) {
    return ScalaCollections.asScala(Collections.singletonList(value));
  }

  private void assertSame(boolean byLoop, String columns, FeatureSettings settings) {
    String path =
        TableTesting.parquet(
            folder, "SELECT " + ID + columns + ", id % 2 AS label FROM range(-60, 240)");
    Dataset<Row> rows = LocalSpark.session().read().parquet(path);
    try (PreparedTable table =
        TableTesting.prepared(TableSpec.of(path).featureSettings(settings))) {
      String plan = table.rows().queryExecution().analyzed().toString();
      assertThat(plan.contains("SubqueryAlias")).isEqualTo(!byLoop);
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
