package org.sparkradam.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparkradam.table.TableTesting.features;
import static org.sparkradam.table.TableTesting.labels;
import static org.sparkradam.table.TableTesting.prepared;
import static org.sparkradam.table.TableTesting.refusal;
import static org.sparkradam.table.TableTesting.write;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.table.column.BadRowPolicy;
import org.sparkradam.table.read.TableSpec;
import org.sparkradam.table.read.TableSpecBuilder;

/** A condition on tables whose columns have no types before all of their text is looked at. */
class WhereOnTextTest {
  @TempDir Path folder;

  @Test
  void badRowsOfCsvAreBadWhateverTheConditionSays() {
    String path =
        write(
            folder,
            "t.csv",
            "x,day,label",
            60,
            i -> (i == 4 ? "oops" : i) + "," + i % 4 + "," + i % 2);
    TableSpecBuilder spec = TableSpec.of(path).header(true).where("day >= 2");
    assertThat(refusal(spec)).contains("1 row: no number in the numeric column x").contains("oops");
    PreparedTable table = prepared(spec.badRows(BadRowPolicy.SKIP));
    assertThat(table.counts().badRows()).isEqualTo(1);
    assertThat(table.counts().read()).isEqualTo(31);
    assertThat(table.featureNames()).containsExactly("x", "day");
  }

  /** Text would have 9 above 10. */
  @Test
  void columnsOfCsvHaveTheirTypesInTheCondition() {
    String path = write(folder, "t.csv", "x,y,label", 60, i -> i + "," + i % 7 + "," + i % 2);
    assertThat(prepared(TableSpec.of(path).header(true).where("x > 9")).counts().read())
        .isEqualTo(50);
  }

  /** It has no values, and so no condition holds for it. */
  @Test
  void aRecordOfJsonThatCannotBeReadIsLeftOutByAnyCondition() {
    String path =
        write(
            folder,
            "t.json",
            "",
            60,
            i -> i == 4 ? "{oops" : "{\"x\": " + i + ", \"label\": " + i % 2 + "}");
    TableSpecBuilder spec = TableSpec.of(path);
    assertThat(refusal(spec)).contains("1 row: no record of json, such as: {oops");
    PreparedTable table = prepared(spec.where("x >= 0"));
    assertThat(table.counts().badRows()).isZero();
    assertThat(table.counts().read()).isEqualTo(59);
  }

  @Test
  void badLinesOfLibsvmAreBadWhateverTheConditionSays() {
    String path =
        write(
            folder, "t.libsvm", "", 60, i -> i == 4 ? "0 5:1 2:1" : i % 3 + " 1:" + i % 7 + " 9:1");
    TableSpecBuilder spec = TableSpec.of(path).where("label > 0");
    assertThat(refusal(spec)).contains("1 row: indices are not one-based and ascending");
    PreparedTable table = prepared(spec.badRows(BadRowPolicy.SKIP));
    assertThat(table.counts().badRows()).isEqualTo(1);
    assertThat(table.classNames()).containsExactly("1", "2");
    assertThat(labels(table.rows())).hasSize(39);
    assertThat(features(table.training())).allMatch(x -> x.length == 9);
  }
}
