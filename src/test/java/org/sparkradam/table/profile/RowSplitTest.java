package org.sparkradam.table.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparkradam.table.TableTesting.parquet;
import static org.sparkradam.table.TableTesting.refusal;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.table.read.TableSpec;
import org.sparkradam.testing.LocalSpark;

class RowSplitTest {
  @TempDir Path folder;

  @Test
  void dependsOnSeedAndContentOnly() {
    Dataset<Row> few = LocalSpark.session().range(0, 10_000, 1, 1).toDF("a.b");
    Dataset<Row> many = LocalSpark.session().range(0, 10_000, 1, 7).toDF("a.b").orderBy("`a.b`");
    assertThat(test(few, 1)).isEqualTo(test(many, 1)).isNotEqualTo(test(few, 2));
    assertThat(test(few, 1).size()).isBetween(2300, 2700);
  }

  @Test
  void twinsGoTheSameWay() {
    Dataset<Row> twins = LocalSpark.session().range(1000).selectExpr("id % 100 AS x");
    Dataset<Row> marked = twins.withColumn("test", isTest(new RowSplit(0.5, 3), twins));
    assertThat(
            marked.groupBy("x").agg(functions.countDistinct("test").as("n")).where("n > 1").count())
        .isZero();
  }

  /** Maps, at whatever depth, and variants, which Spark 3.5 has not. */
  @Test
  void whatSparkCannotHashDoesNotCount() {
    String nested =
        "id, map('k', id) AS m, array(map(1, id)) AS a, named_struct('m', map(1, id)) AS s,"
            + " make_interval(0, id) AS i, named_struct('x', id, 'y', array(id)) AS hashed";
    String variant = LocalSpark.session().version().startsWith("4") ? ", parse_json('1') AS v" : "";
    Dataset<Row> rows = LocalSpark.session().sql("SELECT " + nested + variant + " FROM range(400)");
    assertThat(test(rows, 1)).isNotEmpty();
    Dataset<Row> alike = LocalSpark.session().range(100).selectExpr("map('k', id) AS m", "7 AS x");
    assertThat(alike.where(isTest(new RowSplit(0.5, 3), alike)).count()).isIn(0L, 100L);
  }

  @Test
  void leavesNeitherPartEmpty() {
    String path = parquet(folder, "SELECT id % 7 AS x, id % 2 AS label FROM range(200)");
    assertThat(refusal(TableSpec.of(path).testFraction(1e-12).stratify(false)))
        .contains("no rows for the test table");
    assertThat(refusal(TableSpec.of(path).testFraction(1.5))).contains("--test-fraction 1.5");
    assertThat(refusal(TableSpec.of(path).testFraction(Double.NaN))).contains("--test-fraction");
  }

  private static Set<Object> test(Dataset<Row> rows, long seed) {
    return rows.where(isTest(new RowSplit(0.25, seed), rows)).collectAsList().stream()
        .map(row -> row.get(0))
        .collect(Collectors.toSet());
  }

  private static Column isTest(RowSplit split, Dataset<Row> rows) {
    return split.isTest(split.hash(rows.schema()));
  }
}
