package org.sparkradam.table;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sparkradam.table.TableTesting.features;
import static org.sparkradam.table.TableTesting.prepared;
import static org.sparkradam.table.TableTesting.refusal;
import static org.sparkradam.table.TableTesting.write;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.block.ScalaCollections;
import org.sparkradam.table.column.BadRowPolicy;
import org.sparkradam.table.column.BadRows;
import org.sparkradam.table.read.TableFormat;
import org.sparkradam.table.read.TableInput;
import org.sparkradam.table.read.TableSpec;
import org.sparkradam.table.read.TableSpecBuilder;
import org.sparkradam.testing.LocalSpark;

/** What many columns ask of Spark's planner. */
class WidePlansTest {
  private static final String CODE = "spark.sql.codegen.factoryMode";
  private static final String COMPRESSED = "spark.sql.inMemoryColumnarStorage.compressed";

  @TempDir Path folder;

  /** One condition a column, for one, takes Spark's optimizer minutes. */
  @Test
  void plansGrowNoFasterThanColumns() {
    Sizes few = sizes(600);
    Sizes many = sizes(1_200);
    assertThat(many.prepared()).isBetween(few.prepared(), few.prepared() * 22 / 10);
    assertThat(many.scored()).isBetween(few.scored(), few.scored() * 22 / 10);
  }

  /** How many nodes plans and their expressions have. */
  private record Sizes(long prepared, long scored) {}

  private Sizes sizes(int columns) {
    String names = IntStream.range(0, columns).mapToObj(k -> "w" + k).collect(joining(","));
    String path =
        write(
            folder,
            columns + ".csv",
            names + ",label",
            30,
            i ->
                IntStream.range(0, columns)
                    .mapToObj(k -> number(i, k))
                    .collect(joining(",", "", "," + i % 2)));
    try (PreparedTable table = prepared(TableSpec.of(path).header(true))) {
      assertThat(table.numFeatures()).isEqualTo(columns);
      StructType schema = new StructType();
      for (String name : names.split(",", -1)) {
        schema = schema.add(name, DataTypes.LongType);
      }
      Dataset<Row> unlabelled = LocalSpark.session().createDataFrame(List.of(), schema);
      return new Sizes(
          size(table.held()) + size(table.rows()), size(table.preparation().transform(unlabelled)));
    }
  }

  /** Its fields are held in another way, in which the same lines are bad. */
  @Test
  void badRowsOfAWideTableAreTold() {
    String names = IntStream.range(0, 600).mapToObj(k -> "w" + k).collect(joining(","));
    String path =
        write(folder, "bad.csv", names + ",label", 200, i -> line(i) + (i == 30 ? ",1,1" : ""));
    assertThat(refusal(TableSpec.of(path).header(true)))
        .contains("1 row: no number in the numeric column w2, such as: 7, 1, oops,")
        .contains("(w2: oops)")
        .contains("1 row: the number of fields is not that of the first line, such as: 4,8,");
    TableSpecBuilder skipped = TableSpec.of(path).header(true).badRows(BadRowPolicy.SKIP);
    try (PreparedTable table = prepared(skipped)) {
      assertThat(table.counts().bad()).extracting(BadRows::count).containsExactly(1L, 1L);
      assertThat(table.counts().training() + table.counts().test()).isEqualTo(198);
      assertThat(table.featureGroups().get(599).kind()).isEqualTo("one-hot");
    }
  }

  /** Its numbers are judged together. */
  @Test
  void badNumbersOfAWideTableAreTold() {
    String path =
        numbers(
            "training", "id = 30, double('NaN')", "id = 31, double('Infinity')", "id = 32, 1e200D");
    assertThat(refusal(TableSpec.of(path)))
        .contains("2 rows: NaN or infinity in feature column w7, such as: ")
        .containsAnyOf("(w7: NaN)", "(w7: Infinity)")
        .contains("1 row: a number too large to compute with in feature column w7, such as: ")
        .contains("(w7: 1.0E200)");
    TableSpecBuilder skipped = TableSpec.of(path).badRows(BadRowPolicy.SKIP);
    try (PreparedTable table = prepared(skipped)) {
      assertThat(table.counts().bad()).extracting(BadRows::count).containsExactly(2L, 1L);
      assertThat(table.counts().training() + table.counts().test()).isEqualTo(197);
      assertThat(table.numFeatures()).isEqualTo(510);
    }
  }

  /** A test table may hold as text what the training table holds as numbers. */
  @Test
  void aWideTestTableMayHoldTexts() {
    String training = numbers("training");
    Dataset<Row> rows = LocalSpark.session().read().parquet(training);
    Column[] texts =
        Stream.of(rows.columns())
            .map(name -> functions.col(name).cast("string").as(name))
            .toArray(Column[]::new);
    String test = folder.resolve("texts").toString();
    rows.select(texts).write().parquet(test);
    TableSpecBuilder both = TableSpec.of(training).testData(test);
    try (PreparedTable table = prepared(both)) {
      assertThat(features(table.test())).hasSize(200).containsAll(features(table.training()));
    }
  }

  /**
   * A table of 200 rows.
   *
   * @param changes of column w7: a condition, and the value where it holds
   */
  private String numbers(String name, String... changes) {
    String changed = "CAST(id % 5 AS DOUBLE)";
    for (String change : changes) {
      changed = "IF(" + change + ", " + changed + ")";
    }
    String seventh = changed;
    String columns =
        IntStream.range(0, 510)
            .mapToObj(k -> (k == 7 ? seventh : "(id + " + k + ") % 9") + " AS w" + k)
            .collect(joining(", "));
    String path = folder.resolve(name).toString();
    LocalSpark.session()
        .sql("SELECT " + columns + ", id % 2 AS label FROM range(200)")
        .write()
        .parquet(path);
    return path;
  }

  /** Numbers, of which one is none, missing values, and words in the last column. */
  private static String line(int i) {
    return IntStream.range(0, 600)
        .mapToObj(k -> k == 599 ? "a" + i % 3 : i == 20 && k == 2 ? "oops" : number(i, k))
        .collect(joining(",", "", "," + i % 2));
  }

  private static String number(int i, int k) {
    return k == i ? "" : "" + (i * (k % 12 + 1)) % 13;
  }

  private static long size(Dataset<Row> rows) {
    return size(rows.queryExecution().analyzed());
  }

  private static long size(LogicalPlan plan) {
    long expressions =
        ScalaCollections.asJava(plan.expressions()).stream().mapToLong(WidePlansTest::size).sum();
    return 1
        + expressions
        + ScalaCollections.asJava(plan.children()).stream().mapToLong(WidePlansTest::size).sum();
  }

  private static long size(Expression expression) {
    return 1
        + ScalaCollections.asJava(expression.children()).stream()
            .mapToLong(WidePlansTest::size)
            .sum();
  }

  @Test
  void aWideTableSetsTheSessionUpUnlessItsUserDid() {
    SparkSession session = LocalSpark.session().newSession();
    List.of(CODE, COMPRESSED).forEach(session.conf()::unset);
    read(session, 500);
    assertThat(session.conf().contains(CODE)).isFalse();
    assertThat(session.conf().contains(COMPRESSED)).isFalse();
    // As --conf of spark-submit does, which every session of the application begins with.
    session.conf().set(CODE, "FALLBACK");
    read(session, 501);
    assertThat(session.conf().get(CODE)).isEqualTo("FALLBACK");
    assertThat(session.conf().get(COMPRESSED)).isEqualTo("false");
    session.conf().unset(CODE);
    read(session, 501);
    assertThat(session.conf().get(CODE)).isEqualTo("NO_CODEGEN");
  }

  private void read(SparkSession session, int columns) {
    String table = folder.resolve("wide" + columns).toString();
    session
        .range(2)
        .select(
            IntStream.range(0, columns)
                .mapToObj(k -> functions.col("id").as("w" + k))
                .toArray(Column[]::new))
        .write()
        .mode("overwrite")
        .parquet(table);
    TableSpec spec = TableSpec.of(table).format(TableFormat.PARQUET).build();
    TableInput input = new TableInput(session, spec, rows -> rows);
    assertThat(input.read(input.settled(spec.data()), Optional.empty()).rows().columns())
        .hasSize(columns);
  }
}
