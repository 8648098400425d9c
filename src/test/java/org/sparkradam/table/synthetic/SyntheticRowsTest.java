package org.sparkradam.table.synthetic;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.kurtosis;
import static org.apache.spark.sql.functions.stddev;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkradam.testing.LocalSpark;

class SyntheticRowsTest {
  static List<SyntheticSpec> specs() {
    return List.of(Tables.BINARY, Tables.MULTICLASS, Tables.REGRESSION.withDrift(0.5));
  }

  @ParameterizedTest
  @MethodSource("specs")
  void rowsDoNotDependOnThePartitions(SyntheticSpec spec) {
    List<Row> one = Tables.collect(spec.withPartitions(1));
    assertThat(Tables.collect(spec.withPartitions(2))).isEqualTo(one);
    assertThat(Tables.collect(spec.withPartitions(7))).isEqualTo(one);
    assertThat(Tables.collect(spec.withSeed(2))).isNotEqualTo(one);
  }

  @Test
  void columnsDifferInScaleByAMillionAndHaveHeavyTails() {
    Dataset<Row> rows = SyntheticTable.rows(LocalSpark.session(), Tables.BINARY);
    Row deviations =
        rows.select(stddev(col("normal_0")), stddev(col("lognormal_1")), kurtosis(col("student_2")))
            .head();
    assertThat(deviations.getDouble(1)).isGreaterThan(1e6 * deviations.getDouble(0));
    assertThat(deviations.getDouble(2)).isGreaterThan(20);
  }

  @Test
  void valuesAreMissingWhereSaid() {
    Dataset<Row> rows = SyntheticTable.rows(LocalSpark.session(), Tables.BINARY).cache();
    assertThat(rows.filter(col("normal_4").isNull()).count() / 20_000.0)
        .isCloseTo(0.02, within(0.005));
    assertThat(rows.na().drop().count() / 20_000.0).isCloseTo(0.98 * 0.98, within(0.01));
    rows.unpersist();
    assertThat(
            SyntheticTable.rows(LocalSpark.session(), Tables.BINARY.withMissing(0))
                .na()
                .drop()
                .count())
        .isEqualTo(20_000);
  }

  @Test
  void timeRunsFromZeroToBelowOne() {
    List<Row> rows = Tables.collect(Tables.BINARY.withRows(4));
    assertThat(rows).extracting(row -> row.getDouble(0)).containsExactly(0.0, 0.25, 0.5, 0.75);
  }

  @Test
  void evenTheSmallestTablesWork() {
    assertThat(Tables.collect(Tables.BINARY.withRows(1))).hasSize(1);
    assertThat(Tables.collect(Tables.BINARY.withColumns(0, 1)).get(0).length()).isEqualTo(3);
    assertThat(Tables.collect(Tables.REGRESSION.withColumns(1, 0)).get(0).length()).isEqualTo(3);
  }

  @Test
  void classesAreAsCommonAsAsked() {
    assertThat(share(Tables.BINARY, 1)).isCloseTo(0.1, within(0.01));
    assertThat(share(Tables.MULTICLASS, 4)).isCloseTo(0.02, within(0.005));
    IntStream.range(0, 4)
        .forEach(k -> assertThat(share(Tables.MULTICLASS, k)).isCloseTo(0.245, within(0.02)));
    assertThat(share(SyntheticSpec.of(new Target.Classes(2, 0.001, 0)), 1))
        .isCloseTo(0.001, within(0.0003));
  }

  private static double share(SyntheticSpec spec, int label) {
    return (double) Tables.tally(spec).counts().get(label) / spec.rows();
  }
}
