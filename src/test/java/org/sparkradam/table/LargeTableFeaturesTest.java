package org.sparkradam.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sparkradam.table.TableTesting.features;
import static org.sparkradam.table.TableTesting.labels;
import static org.sparkradam.table.TableTesting.parquet;
import static org.sparkradam.table.TableTesting.prepared;
import static org.sparkradam.table.TableTesting.refusal;
import static org.sparkradam.table.TableTesting.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.linalg.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.table.feature.FeatureGroup;
import org.sparkradam.table.read.FeatureSettings;
import org.sparkradam.table.read.NumericTreatment;
import org.sparkradam.table.read.TableSpec;
import org.sparkradam.table.read.TableSpecBuilder;
import org.sparkradam.testing.LocalSpark;

/** What {@link FeatureSettings} make of columns. */
class LargeTableFeaturesTest {
  private static final NumericTreatment PLAIN = NumericTreatment.STANDARDISE;

  @TempDir Path folder;

  @Test
  void categoriesBeyondTheMostAreHashed() {
    String path =
        parquet(folder, "SELECT concat('t', id % 30) AS c, id % 2 AS label FROM range(600)");
    TableSpecBuilder spec = TableSpec.of(path);
    assertThat(prepared(spec.featureSettings(most(50))).featureNames()).startsWith("c=t0");
    PreparedTable hashed = prepared(spec.featureSettings(most(20)));
    assertThat(hashed.featureNames()).startsWith("c#0").hasSize(1024);
    assertThat(hashed.featureGroups()).containsExactly(new FeatureGroup("c", "hashed", 1024));
  }

  @Test
  void rareUnseenAndMissingCategoriesShareAFeature() {
    PreparedTable table = prepared(rare().featureSettings(minCount(2, OptionalInt.empty())));
    assertThat(table.featureNames()).containsExactly("c=a", "c=b", "c=(rare, unseen or missing)");
    assertThat(features(table.test()))
        .containsExactly(
            new double[] {1, 0, 0},
            new double[] {0, 1, 0},
            new double[] {0, 0, 1},
            new double[] {0, 0, 1},
            new double[] {0, 0, 1});
    // What is rare was seen all the same.
    assertThat(table.check().columns().get(0).unseen().getAsDouble()).isCloseTo(0.25, within(1e-9));
  }

  @Test
  void hashedOnesShareABucket() {
    PreparedTable table = prepared(rare().featureSettings(minCount(2, OptionalInt.of(1))));
    List<double[]> rows = features(table.test());
    assertThat(table.numFeatures()).isEqualTo(1024);
    assertThat(rows.get(2)).isEqualTo(rows.get(3)).isEqualTo(rows.get(4));
    assertThat(Arrays.stream(rows.get(2)).sum()).isEqualTo(1);
    assertThat(rows.get(0)).isNotEqualTo(rows.get(1)).isNotEqualTo(rows.get(2));
  }

  @Test
  void allFeaturesShareBuckets() {
    String path =
        parquet(
            folder,
            "SELECT id % 7 AS x, concat('t', id % 30) AS c, id % 2 AS label FROM range(600)");
    PreparedTable table =
        prepared(
            TableSpec.of(path)
                .featureSettings(
                    settings(
                        OptionalInt.empty(),
                        1,
                        OptionalInt.of(12),
                        Map.of(),
                        List.of(),
                        List.of())));
    assertThat(table.numFeatures()).isEqualTo(4096);
    int x =
        IntStream.range(0, 4096)
            .filter(i -> table.featureNames().get(i).startsWith("x#"))
            .findFirst()
            .orElseThrow();
    List<double[]> rows = features(table.training());
    assertThat(rows.stream().mapToDouble(row -> row[x]).average().orElseThrow())
        .isCloseTo(0, within(0.05));
    assertThat(rows.stream().mapToDouble(row -> row[x] * row[x]).average().orElseThrow())
        .isCloseTo(1, within(0.1));
    assertThat(table.training().first().<Vector>getAs("features").numNonzeros()).isEqualTo(2);
  }

  @Test
  void numbersBecomeRangesOfEquallyManyRows() {
    String test = write(folder, "test.csv", "x,label", "-5,0", "30,1", "1e9,0", ",1");
    String train =
        write(folder, "train.csv", "x,label", 400, i -> (i < 390 ? i % 100 : "") + "," + i % 2);
    PreparedTable table =
        prepared(
            TableSpec.of(train)
                .testData(test)
                .header(true)
                .featureSettings(numeric(new NumericTreatment.Quantiles(4))));
    assertThat(table.featureNames())
        .containsExactlyInAnyOrder(
            "x=<24", "x=24–48", "x=48–72.75", "x=≥72.75", "x=(unseen or missing)");
    assertThat(named(table))
        .containsExactly("x=<24", "x=24–48", "x=≥72.75", "x=(unseen or missing)");
  }

  @Test
  void numbersBecomeLogarithmicBuckets() {
    String lines = write(folder, "t.csv", "x,label", 400, i -> i % 40 - 3 + "," + i % 2);
    String test = write(folder, "test.csv", "x,label", "-3,0", "0,1", "2,0", "3,1", "35,1", "?,0");
    PreparedTable table =
        prepared(
            TableSpec.of(lines)
                .testData(test)
                .header(true)
                .featureSettings(numeric(NumericTreatment.LOG_BUCKETS)));
    assertThat(named(table))
        .containsExactly("x=-3", "x=0", "x=2", "x=ln²:1", "x=ln²:12", "x=(unseen or missing)");
  }

  @Test
  void crossedCategoriesAreFurtherOnes() {
    String train =
        write(folder, "t.csv", "a,b,label", 60, i -> "a" + i % 2 + ",b" + i % 3 + "," + i % 2);
    String test = write(folder, "test.csv", "a,b,label", "a1,b2,0", "a1,b9,1", "a0,?,1");
    PreparedTable table =
        prepared(
            TableSpec.of(train)
                .testData(test)
                .header(true)
                .featureSettings(
                    settings(
                        OptionalInt.empty(),
                        1,
                        OptionalInt.empty(),
                        Map.of(),
                        List.of(List.of("a", "b")),
                        List.of())));
    assertThat(table.featureNames()).hasSize(3 + 4 + 7).contains("a:b=a1 & b2");
    assertThat(named(table))
        .containsExactly(
            "a=a1",
            "b=b2",
            "a:b=a1 & b2",
            "a=a1",
            "b=(unseen or missing)",
            "a:b=(unseen or missing)",
            "a=a0",
            "b=(unseen or missing)",
            "a:b=(unseen or missing)");
  }

  /** Categories of two rows each tell nothing, but a row that sees its own label. */
  @Test
  void trainingRowsDoNotSeeTheirLabelInItsMean() {
    String path =
        parquet(
            folder,
            "SELECT concat('t', id % 1000) AS c, pmod(hash(id), 7) AS x, pmod(xxhash64(id), 2) AS label"
                + " FROM range(2000)");
    PreparedTable table =
        prepared(TableSpec.of(path).features(List.of("c", "x")).featureSettings(means("c")));
    assertThat(table.featureNames()).containsExactly("x", "c");
    assertThat(correlation(table)).isLessThan(0.1);
    assertThat(correlation(table.preparation(), path)).isGreaterThan(0.3);
  }

  @Test
  void aSavedPreparationMakesTheSameFeatures() throws IOException {
    String select =
        "SELECT pmod(hash(id), 50) AS x, IF(id % 9 = 0, NULL, exp(pmod(hash(id, 1), 100) / 10)) AS n,"
            + " concat('a', pmod(hash(id, 2), 40)) AS `a.1`, concat('b', pmod(hash(id, 3), 5)) AS b,"
            + " id % 3 = 0 AS flag, pmod(hash(id, 4), 2) AS label FROM range(1500)";
    for (OptionalInt bits : List.of(OptionalInt.empty(), OptionalInt.of(10))) {
      PreparedTable table =
          prepared(
              TableSpec.of(parquet(folder, select))
                  .featureSettings(
                      settings(
                          OptionalInt.empty(),
                          20,
                          bits,
                          Map.of(
                              "x",
                              new NumericTreatment.Quantiles(8),
                              "n",
                              NumericTreatment.LOG_BUCKETS),
                          List.of(List.of("a.1", "b"), List.of("b", "n")),
                          List.of("a.1", "a.1:b"))));
      String saved = folder.resolve("model" + bits.orElse(0)).toString();
      table.preparation().write().save(saved);
      PipelineModel loaded = PipelineModel.load(saved);
      assertThat(loaded.stages())
          .allMatch(stage -> stage.getClass().getName().startsWith("org.apache.spark.ml."));
      List<Vector> again =
          loaded
              .transform(LocalSpark.session().sql(select))
              .select("features")
              .collectAsList()
              .stream()
              .map(row -> row.<Vector>getAs(0))
              .toList();
      assertThat(again).hasSize(1500).allMatch(v -> v.size() == table.numFeatures());
      assertThat(again)
          .containsAll(
              table.test().collectAsList().stream()
                  .map(row -> row.<Vector>getAs("features"))
                  .toList());
    }
  }

  @Test
  void settingsThatColumnsDoNotAllow() {
    String path =
        parquet(
            folder,
            "SELECT id % 7 AS x, concat('c', id % 3) AS c, concat('l', id % 3) AS label FROM range(300)");
    TableSpecBuilder spec = TableSpec.of(path);
    assertThat(refusal(spec.featureSettings(means("c"))))
        .contains("--target-encode: needs a label of two classes, or numbers; this one has 3");
    assertThat(refusal(spec.featureSettings(means("x"))))
        .contains("--target-encode: column x holds no categories; name it in --categorical");
    assertThat(refusal(spec.featureSettings(numericOf(Map.of("c", NumericTreatment.LOG_BUCKETS)))))
        .contains("--numeric c: this column holds no numbers");
    assertThat(refusal(spec.featureSettings(numericOf(Map.of("y", NumericTreatment.LOG_BUCKETS)))))
        .contains("--numeric y: no feature column has this name");
    assertThatThrownBy(() -> NumericTreatment.of("quantiles:1"))
        .hasMessageContaining("give 2 to 1000 quantiles");
  }

  private TableSpecBuilder rare() {
    String train =
        write(
            folder,
            "t.csv",
            "c,label",
            60,
            i -> (i < 5 ? "r" + i : i % 2 == 0 ? "a" : "b") + "," + i % 2);
    String test = write(folder, "test.csv", "c,label", "a,1", "b,0", "r1,1", "new,0", "?,0");
    return TableSpec.of(train).testData(test).header(true);
  }

  /** The names of the features that are not 0 in the test rows, row after row. */
  private static List<String> named(PreparedTable table) {
    return features(table.test()).stream()
        .flatMap(
            row ->
                IntStream.range(0, row.length)
                    .filter(i -> row[i] != 0)
                    .mapToObj(table.featureNames()::get))
        .toList();
  }

  /** Of the last feature and the label, over the training rows. */
  private static double correlation(PreparedTable table) {
    return correlation(
        features(table.training()).stream().mapToDouble(x -> x[x.length - 1]).toArray(),
        labels(table.training()).stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static double correlation(PipelineModel preparation, String path) {
    List<double[]> rows =
        preparation
            .transform(LocalSpark.session().read().parquet(path))
            .selectExpr("features", "double(source.label) AS label")
            .collectAsList()
            .stream()
            .map(row -> new double[] {row.<Vector>getAs(0).apply(1), row.getDouble(1)})
            .toList();
    return correlation(
        rows.stream().mapToDouble(row -> row[0]).toArray(),
        rows.stream().mapToDouble(row -> row[1]).toArray());
  }

  private static double correlation(double[] x, double[] y) {
    double mx = Arrays.stream(x).average().orElseThrow();
    double my = Arrays.stream(y).average().orElseThrow();
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - mx) * (y[i] - my);
      xx += (x[i] - mx) * (x[i] - mx);
      yy += (y[i] - my) * (y[i] - my);
    }
    return xy / Math.sqrt(xx * yy);
  }

  private static FeatureSettings most(int categories) {
    return settings(
        OptionalInt.of(categories), 1, OptionalInt.empty(), Map.of(), List.of(), List.of());
  }

  static FeatureSettings minCount(int rows, OptionalInt most) {
    return settings(most, rows, OptionalInt.empty(), Map.of(), List.of(), List.of());
  }

  private static FeatureSettings means(String column) {
    return settings(
        OptionalInt.empty(), 1, OptionalInt.empty(), Map.of(), List.of(), List.of(column));
  }

  private static FeatureSettings numericOf(Map<String, NumericTreatment> treatments) {
    return settings(OptionalInt.empty(), 1, OptionalInt.empty(), treatments, List.of(), List.of());
  }

  private static FeatureSettings numeric(NumericTreatment treatment) {
    return new FeatureSettings(
        OptionalInt.empty(), 1, OptionalInt.empty(), treatment, Map.of(), List.of(), List.of());
  }

  private static FeatureSettings settings(
      OptionalInt most,
      int minCount,
      OptionalInt bits,
      Map<String, NumericTreatment> numericOf,
      List<List<String>> crosses,
      List<String> means) {
    return new FeatureSettings(most, minCount, bits, PLAIN, numericOf, crosses, means);
  }
}
