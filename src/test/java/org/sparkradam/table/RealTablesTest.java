package org.sparkradam.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.read.TableSpec;
import org.sparkradam.table.read.TableSpecBuilder;
import org.sparkradam.table.read.Task;
import org.sparkradam.testing.LocalSpark;
import org.sparkradam.testing.SharedData;

/** The tables that lie beside the project, with all that real tables have. */
class RealTablesTest {

  @Test
  void flightsWithASelectedHour() {
    PreparedTable flights =
        prepared(
            spec("flights.parquet")
                .select("SELECT *, floor(dep_time / 100) AS hour FROM __THIS__")
                .label("late15")
                .features(
                    List.of("source", "carrier", "origin", "dest", "month", "hour", "distance")));
    assertThat(flights.task()).isEqualTo(Task.BINARY);
    assertThat(flights.classNames()).hasSize(2);
    assertThat(flights.counts().read()).isEqualTo(967_632);
    assertThat(flights.counts().withoutLabel()).isEqualTo(15_715);
    assertThat(flights.counts().training() + flights.counts().test()).isEqualTo(951_917);
    assertThat(flights.featureNames()).contains("distance", "hour", "carrier=(unseen or missing)");
    assertFinite(flights);
  }

  @Test
  void adultTestLabelsDisagreeByAFullStopAndTheMendWorks() {
    TableSpecBuilder adult =
        spec("adult-train.csv.gz")
            .testData(SharedData.table("adult-test.csv.gz").toString())
            .label("_c14");
    Throwable refused = catchThrowable(() -> prepared(adult));
    assertThat(refused).isInstanceOf(BadInputException.class).hasMessageContaining("full stop");

    Matcher mend =
        Pattern.compile("--select \"(.*)\" --label (\\S+) --exclude (\\S+)$")
            .matcher(refused.getMessage());
    assertThat(mend.find()).isTrue();
    PreparedTable mended =
        prepared(adult.select(mend.group(1)).label(mend.group(2)).exclude(List.of(mend.group(3))));
    assertThat(mended.task()).isEqualTo(Task.BINARY);
    assertThat(mended.classNames()).containsExactly("<=50K", ">50K");
    assertThat(mended.counts().training()).isEqualTo(32_561);
    assertThat(mended.counts().test()).isEqualTo(16_281);
    assertThat(mended.featureNames()).contains("_c0", "_c1=Private").doesNotContain("_c1=?");
    assertFinite(mended);
  }

  @Test
  void a9aTakesItsDimensionFromTheTrainingTable() {
    PreparedTable a9a =
        prepared(spec("a9a.libsvm.gz").testData(SharedData.table("a9a.t.libsvm.gz").toString()));
    assertThat(a9a.numFeatures()).isEqualTo(123);
    assertThat(a9a.classNames()).containsExactly("-1", "1");
    assertThat(a9a.test().first().<Vector>getAs("features").size()).isEqualTo(123);
    assertThat(a9a.counts().test()).isEqualTo(16_281);

    TableSpecBuilder swapped =
        spec("a9a.t.libsvm.gz").testData(SharedData.table("a9a.libsvm.gz").toString());
    assertThatThrownBy(() -> prepared(swapped))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("--num-features 123");
    assertThat(prepared(swapped.numFeatures(123)).numFeatures()).isEqualTo(123);
  }

  @Test
  void beijingAirIsARegressionWithMissingValues() {
    PreparedTable air = prepared(spec("beijing_air.csv.gz").header(true).label("PM2.5"));
    assertThat(air.task()).isEqualTo(Task.REGRESSION);
    assertThat(air.counts().read()).isEqualTo(420_768);
    assertThat(air.counts().withoutLabel()).isEqualTo(8_739);
    assertThat(air.counts().badRows()).isZero();
    assertThat(air.featureNames()).contains("PM10", "wd=NNW", "station=Aotizhongxin");
    assertFinite(air);
  }

  @Test
  void covtypeHasSevenClasses() {
    PreparedTable covtype =
        prepared(spec("covtype_100k.csv.gz").header(true).label("Cover_Type_0to6"));
    assertThat(covtype.task()).isEqualTo(Task.MULTICLASS);
    assertThat(covtype.classNames()).containsExactly("0", "1", "2", "3", "4", "5", "6");
    assertThat(covtype.counts().read()).isEqualTo(100_000);
    assertFinite(covtype);
  }

  @Test
  void letterHasItsLabelFirst() {
    PreparedTable letter = prepared(spec("letter.csv.gz").label("_c0"));
    assertThat(letter.classNames()).hasSize(26).startsWith("A").endsWith("Z");
    assertThat(letter.numFeatures()).isEqualTo(16);
    assertFinite(letter);
  }

  private static TableSpecBuilder spec(String table) {
    return TableSpec.of(SharedData.table(table).toString());
  }

  private static PreparedTable prepared(TableSpecBuilder spec) {
    return TablePreparation.prepare(LocalSpark.session(), spec.build());
  }

  private static void assertFinite(PreparedTable table) {
    for (Row row : table.test().takeAsList(200)) {
      assertThat(row.getDouble(0)).isFinite();
      double[] features = row.<Vector>getAs("features").toArray();
      assertThat(features).hasSize(table.numFeatures());
      assertThat(Arrays.stream(features)).allMatch(Double::isFinite);
      assertThat(row.<Double>getAs("weight")).isEqualTo(1.0);
    }
  }
}
