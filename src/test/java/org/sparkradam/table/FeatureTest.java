package org.sparkradam.table;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.sparkradam.table.TableTesting.features;
import static org.sparkradam.table.TableTesting.parquet;
import static org.sparkradam.table.TableTesting.prepared;
import static org.sparkradam.table.TableTesting.refusal;
import static org.sparkradam.table.TableTesting.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.table.read.TableSpec;
import org.sparkradam.table.read.TableSpecBuilder;
import org.sparkradam.testing.LocalSpark;

class FeatureTest {
  private static final String CODEGEN = "spark.sql.codegen.factoryMode";

  @TempDir Path folder;

  @Test
  void numbersAreStandardisedByTheTrainingRows() {
    String path =
        parquet(
            folder,
            "SELECT IF(id % 10 = 0, NULL, id % 7) AS x, id % 3 = 0 AS flag, CAST(1 AS DECIMAL(9,2)) AS one,"
                + " id % 2 AS label FROM range(2000)");
    PreparedTable table = prepared(TableSpec.of(path).features(List.of("x", "flag", "one")));
    List<double[]> rows = features(table.training());
    double mean = rows.stream().mapToDouble(x -> x[0]).average().orElseThrow();
    double square = rows.stream().mapToDouble(x -> x[0] * x[0]).average().orElseThrow();
    assertThat(mean).isCloseTo(0, within(1e-6));
    assertThat(square).isCloseTo(1, within(1e-2));
    assertThat(rows).allMatch(x -> x[2] == 0);
  }

  @Test
  void categoriesUnseenOrMissingHaveAFeatureOfTheirOwn() {
    String train =
        write(folder, "train.csv", "c,label", 60, i -> (i % 3 == 0 ? "a" : "b") + "," + i % 2);
    String test =
        write(
            folder,
            "test.csv",
            "c,label",
            4,
            i -> List.of("a", "b", "new", "NA").get(i) + "," + i % 2);
    PreparedTable table = prepared(TableSpec.of(train).testData(test).header(true));
    assertThat(table.featureNames()).containsExactly("c=a", "c=b", "c=(unseen or missing)");
    assertThat(features(table.test()))
        .containsExactly(
            new double[] {1, 0, 0},
            new double[] {0, 1, 0},
            new double[] {0, 0, 1},
            new double[] {0, 0, 1});
  }

  /** Spark interprets what it is asked of so many columns, unless its user has chosen. */
  @Test
  void manyColumnsHaveTheSameFeaturesHoweverSparkEvaluatesThem() {
    SparkSession spark = LocalSpark.session();
    String columns =
        IntStream.range(0, 501)
            .mapToObj(j -> "sin(id * (" + j + " + 1)) AS x" + j)
            .collect(joining(", "));
    String path = parquet(folder, "SELECT " + columns + ", id % 2 AS label FROM range(40)");
    List<double[]> interpreted;
    Optional<String> ofTests =
        spark.conf().contains(CODEGEN) ? Optional.of(spark.conf().get(CODEGEN)) : Optional.empty();
    spark.conf().unset(CODEGEN);
    try {
      interpreted = features(prepared(TableSpec.of(path)).training());
      assertThat(spark.conf().get(CODEGEN)).isEqualTo("NO_CODEGEN");
      spark.conf().set(CODEGEN, "CODEGEN_ONLY");
      assertThat(features(prepared(TableSpec.of(path)).training()))
          .usingRecursiveComparison()
          .isEqualTo(interpreted);
      assertThat(spark.conf().get(CODEGEN)).isEqualTo("CODEGEN_ONLY");
    } finally {
      ofTests.ifPresentOrElse(
          mode -> spark.conf().set(CODEGEN, mode), () -> spark.conf().unset(CODEGEN));
      spark.conf().unset("spark.sql.inMemoryColumnarStorage.compressed");
    }
    assertThat(interpreted.get(0)).hasSize(501);
  }

  @Test
  void manyCategoriesAreHashed() {
    String path =
        parquet(
            folder,
            "SELECT concat('t', id % 3000) AS tail, id % 5 AS x, id % 2 AS label FROM range(9000)");
    PreparedTable table = prepared(TableSpec.of(path));
    assertThat(table.featureNames()).startsWith("x", "tail#0").hasSize(1 + 8192);
    Vector first = table.training().first().getAs("features");
    assertThat(first.numNonzeros()).isBetween(1, 2);
    assertThat(first.size()).isEqualTo(table.numFeatures());
  }

  @Test
  void thePreparationIsSavedAndNeedsNoLabel() throws IOException {
    String path =
        parquet(
            folder,
            "SELECT id % 7 AS `x.1`, concat('c', id % 3) AS `c``c`, id % 2 AS label FROM range(500)");
    PreparedTable table = prepared(TableSpec.of(path).categorical(List.of("label")));
    String saved = folder.resolve("model").toString();
    table.preparation().write().save(saved);
    Dataset<Row> unlabelled =
        LocalSpark.session().sql("SELECT '3' AS `x.1`, 'c9' AS `c``c`, 5 AS id");
    Row row =
        PipelineModel.load(saved).transform(unlabelled).select("source.id", "features").first();
    assertThat(row.getInt(0)).isEqualTo(5);
    assertThat(row.<Vector>getAs(1).toArray()).hasSize(5).endsWith(0, 0, 0, 1);
  }

  @Test
  void vectorColumnsAreUsedAsTheyAreAndMustBeOfOneSize() {
    assertThat(features(prepared(vectors(2)).training())).allMatch(x -> x[0] == 1 && x.length == 2);
    assertThat(refusal(vectors(3))).contains("differ in size, from 2 to 3");
  }

  @Test
  void columnsThatHoldNeitherNumbersNorTextAreNamed() {
    String path =
        parquet(
            folder,
            "SELECT id % 7 AS x, date'2020-01-01' AS day, array(concat('a', id)) AS many, id % 2 AS label FROM range(200)");
    assertThat(refusal(TableSpec.of(path))).contains("column many").contains("--exclude many");
    PreparedTable table = prepared(TableSpec.of(path).exclude(List.of("many")));
    assertThat(table.notes()).contains("left out, dates or times: day");
    assertThat(refusal(TableSpec.of(path).features(List.of("day")))).contains("dates or times");
    assertThat(refusal(TableSpec.of(path).features(List.of("x", "label"))))
        .contains("is the label");
    assertThat(refusal(TableSpec.of(path).features(List.of("X1")))).contains("did you mean x?");
    assertThat(refusal(TableSpec.of(path).exclude(List.of("x", "day", "many"))))
        .contains("no column is left");
  }

  @Test
  void arraysOfNumbersAreVectorsInTheSavedPreparation() throws IOException {
    assumeThat(LocalSpark.session().version()).doesNotStartWith("3.");
    PreparedTable table = prepared(arrays("array(1, id % 5)"));
    assertThat(table.featureNames()).containsExactly("x", "many[0]", "many[1]");
    assertThat(features(table.training())).allMatch(x -> x[1] == 1 && x.length == 3);
    String saved = folder.resolve("model").toString();
    table.preparation().write().save(saved);
    Dataset<Row> other =
        LocalSpark.session().sql("SELECT 2 AS x, CAST(array(3, 4) AS ARRAY<FLOAT>) AS many");
    Row row = PipelineModel.load(saved).transform(other).select("source.many", "features").first();
    assertThat(row.<Float>getList(0)).containsExactly(3f, 4f);
    assertThat(row.<Vector>getAs(1).toArray()).hasSize(3).endsWith(3, 4);
  }

  @Test
  void arraysThatCannotBeUsedAreNamed() {
    assumeThat(LocalSpark.session().version()).doesNotStartWith("3.");
    assertThat(refusal(arrays("IF(id = 7, array(1), array(1, id))")))
        .isEqualTo("column many: its arrays differ in size, from 1 to 2; make them one size");
    assertThat(refusal(arrays("IF(id = 7, array(1, NULL), array(1, id))")))
        .contains("1 row: null in an array of column many");
    assertThat(refusal(arrays("IF(id = 7, NULL, array(1, id))")))
        .contains("1 row: no array in column many");
    assertThat(refusal(arrays("IF(id = 7, array(1, double('NaN')), array(1, id))")))
        .contains("1 row: NaN or infinity in an array of column many");
  }

  private TableSpecBuilder arrays(String sql) {
    return TableSpec.of(
        parquet(
            folder, "SELECT id % 7 AS x, " + sql + " AS many, id % 2 AS label FROM range(200)"));
  }

  private TableSpecBuilder vectors(int otherSize) {
    StructType schema =
        new StructType()
            .add("label", DataTypes.IntegerType)
            .add("features", SQLDataTypes.VectorType());
    List<Row> rows =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    RowFactory.create(
                        i % 2,
                        i == 7
                            ? Vectors.dense(1, new double[otherSize - 1])
                            : Vectors.dense(1, i % 5)))
            .toList();
    String path = folder.resolve("vectors.parquet").toString();
    LocalSpark.session().createDataFrame(rows, schema).write().mode("overwrite").parquet(path);
    return TableSpec.of(path);
  }
}
