package org.sparkradam.table.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.testing.LocalSpark;

class ClickTableTest {
  private static final ClickSpec SPEC = new ClickSpec(20_000, 7, 0.05, 0.5, 3, 2);

  @Test
  void rowsDoNotDependOnThePartitions() {
    List<Row> two = ClickTable.rows(LocalSpark.session(), SPEC).limit(100).collectAsList();
    ClickSpec fiveFiles = new ClickSpec(20_000, 7, 0.05, 0.5, 3, 5);
    List<Row> five = ClickTable.rows(LocalSpark.session(), fiveFiles).limit(100).collectAsList();
    assertThat(five).isEqualTo(two);
    ClickSpec otherSeed = new ClickSpec(20_000, 7, 0.05, 0.5, 4, 2);
    assertThat(ClickTable.rows(LocalSpark.session(), otherSeed).limit(100).collectAsList())
        .isNotEqualTo(two);
  }

  @Test
  void columnsAreAsAdvertisersHaveThem() {
    Dataset<Row> rows = ClickTable.rows(LocalSpark.session(), SPEC).cache();
    Row seen =
        rows.selectExpr(
                "min(day)",
                "max(day)",
                "avg(label)",
                "avg(int(I3 IS NULL))",
                "count(DISTINCT C1)",
                "count(DISTINCT C26)",
                "max(I13)",
                "avg(int(C5 IS NULL))",
                "sum(int(C1 IS NULL))")
            .first();
    rows.unpersist();
    assertThat(seen.getInt(0)).isEqualTo(1);
    assertThat(seen.getInt(1)).isEqualTo(7);
    assertThat(seen.getDouble(2)).isEqualTo(0.05, within(0.01));
    assertThat(seen.getDouble(3)).isEqualTo(0.3, within(0.02));
    assertThat(seen.getLong(4)).isEqualTo(4);
    assertThat(seen.getLong(5)).isGreaterThan(5_000);
    assertThat(seen.getInt(6)).isGreaterThan(1_000);
    assertThat(seen.getDouble(7)).isEqualTo(0.3, within(0.02));
    assertThat(seen.getLong(8)).isZero();
  }

  /** The last column's levels cover a million, and none of them is two texts or two of them one. */
  @Test
  void levelsFollowZipf() {
    assertThat(ClickRow.levels(0)).isEqualTo(4);
    assertThat(ClickRow.levels(25)).isEqualTo(1_000_000);
    List<Row> frequent =
        ClickTable.rows(LocalSpark.session(), SPEC)
            .groupBy("C13")
            .count()
            .orderBy("count")
            .collectAsList();
    long first = frequent.get(frequent.size() - 1).getLong(1);
    long second = frequent.get(frequent.size() - 2).getLong(1);
    assertThat((double) first / second).isBetween(1.5, 2.9);
  }

  /** The labels' log loss under the true probabilities comes near it, as their number says. */
  @Test
  void theBestLossIsThatOfTheTrueProbabilities(@TempDir Path folder) {
    String path = folder.resolve("clicks").toString();
    BestLoss best = ClickTable.write(LocalSpark.session(), SPEC, path, SaveMode.ErrorIfExists);
    assertThat(
            GroundTruthFile.read(LocalSpark.session().sparkContext().hadoopConfiguration(), path))
        .contains(best);
    List<Row> labels = LocalSpark.session().read().parquet(path).select("label").collectAsList();
    assertThat(labels).hasSize(20_000);
    ClickLaw law = new ClickLaw(SPEC);
    ClickRow row = new ClickRow(SPEC);
    double sum = 0;
    double clicks = 0;
    for (long number = 0; number < SPEC.rows(); number++) {
      double p = law.probability(row.draw(number, number));
      boolean clicked = row.uniform() < p;
      sum -= Math.log(clicked ? p : 1 - p);
      clicks += clicked ? 1 : 0;
    }
    assertThat(sum / SPEC.rows()).isEqualTo(best.value(), within(0.006));
    double base = clicks / SPEC.rows();
    double entropy = -base * Math.log(base) - (1 - base) * Math.log1p(-base);
    assertThat(best.value()).isLessThan(0.95 * entropy);
  }

  @Test
  void impossibleTablesAreRefused() {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> new ClickSpec(1, 0, 0.1, 0, 1, 0))
        .withMessage("--days 0: must be from 1 to 365");
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> new ClickSpec(1, 1, 1, 0, 1, 0))
        .withMessage("--rare-fraction 1.0: must be above 0 and below 1");
  }
}
