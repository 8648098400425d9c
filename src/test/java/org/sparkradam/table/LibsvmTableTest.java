package org.sparkradam.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparkradam.table.TableTesting.features;
import static org.sparkradam.table.TableTesting.prepared;
import static org.sparkradam.table.TableTesting.refusal;
import static org.sparkradam.table.TableTesting.write;

import java.nio.file.Path;
import java.util.Arrays;
import org.apache.spark.ml.linalg.SparseVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.table.column.BadRowPolicy;
import org.sparkradam.table.read.TableSpec;
import org.sparkradam.table.read.TableSpecBuilder;

class LibsvmTableTest {
  @TempDir Path folder;

  @Test
  void vectorsStaySparseAndAsTheyAre() {
    String path =
        write(
            folder,
            "t.libsvm",
            "",
            60,
            i -> (i % 2 == 0 ? "+1 " : "-1 ") + (i % 5 + 1) + ":1 900:0.5");
    PreparedTable table = prepared(TableSpec.of(path).numFeatures(1000));
    assertThat(table.classNames()).containsExactly("-1", "1");
    assertThat(table.featureNames()).hasSize(1000).startsWith("features[1]");
    assertThat(table.training().first().<Object>getAs("features")).isInstanceOf(SparseVector.class);
    assertThat(features(table.training())).allMatch(x -> x[899] == 0.5);
  }

  @Test
  void largeValuesAreScaledWithoutCentring() {
    String path = write(folder, "t.libsvm", "", 60, i -> i % 2 + " 1:" + 1000 * (i % 5) + " 9:3");
    PreparedTable table = prepared(TableSpec.of(path));
    assertThat(table.notes()).anyMatch(note -> note.contains("not centred"));
    assertThat(features(table.training())).allMatch(x -> x[0] >= 0 && x[0] < 5 && x[8] == 0);
  }

  @Test
  void malformedLinesAreBadRows() {
    String path =
        write(
            folder,
            "t.libsvm",
            "",
            60,
            i ->
                i == 3
                    ? "1 0:1"
                    : i == 4
                        ? "1 5:1 2:1"
                        : i == 5
                            ? "what is this"
                            : i == 6 ? "" : i == 8 ? "1 2:nan" : i % 2 + " 1:1 5:" + i % 3);
    assertThat(refusal(TableSpec.of(path)))
        .contains("2 rows: indices are not one-based and ascending, such as: 1 ")
        .contains("what is this");
    PreparedTable table = prepared(TableSpec.of(path).badRows(BadRowPolicy.SKIP));
    assertThat(table.counts().badRows()).isEqualTo(4);
    assertThat(table.counts().read()).isEqualTo(59);
    assertThat(table.numFeatures()).isEqualTo(5);
  }

  @Test
  void theDimensionIsDeclaredOrThatOfTheTrainingTable() {
    String train = write(folder, "train.libsvm", "", 60, i -> i % 2 + " 1:1 5:1");
    String test = write(folder, "test.libsvm", "", 20, i -> i % 2 + " 1:1 7:1");
    TableSpecBuilder spec = TableSpec.of(train).testData(test);
    assertThat(refusal(spec)).contains("index 7").contains("--num-features 7");
    assertThat(prepared(spec.numFeatures(7)).numFeatures()).isEqualTo(7);
    assertThat(refusal(TableSpec.of(train).numFeatures(4))).contains("--num-features 5");
  }

  @Test
  void theFormsThatOtherReadersTake() {
    PreparedTable plain =
        prepared(TableSpec.of(write(folder, "p.libsvm", "", 60, i -> line(i, " ", "", 1))));
    for (String[] form :
        new String[][] {{"\t", ""}, {" ", " # doc 1:9"}, {" qid:3 ", ""}, {"  ", "\r"}}) {
      String path = write(folder, "f.libsvm", "", 60, i -> line(i, form[0], form[1], 1));
      PreparedTable table = prepared(TableSpec.of(path));
      assertThat(features(table.training()))
          .usingElementComparator(Arrays::compare)
          .containsExactlyElementsOf(features(plain.training()));
      assertThat(table.featureNames()).isEqualTo(plain.featureNames());
    }
  }

  @Test
  void indicesFromZero() {
    String path = write(folder, "z.libsvm", "", 60, i -> line(i, " ", "", 0));
    assertThat(refusal(TableSpec.of(path)))
        .contains("--zero-based reads files whose first index is 0");
    PreparedTable table = prepared(TableSpec.of(path).zeroBased(true));
    assertThat(table.featureNames()).containsExactly("features[0]", "features[1]");
  }

  @Test
  void aLineThatIsShownShowsItsControlCharacters() {
    String path = write(folder, "c.libsvm", "0\t1:2\u0007x", 30, i -> line(i, " ", "", 1));
    assertThat(refusal(TableSpec.of(path))).contains("such as: 0\\t1:2\\u0007x");
  }

  private static String line(int i, String blank, String end, int first) {
    return i % 2 + blank + first + ":" + i % 7 + " " + (first + 1) + ":" + i % 5 + end;
  }
}
