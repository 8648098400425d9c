package org.sparkradam.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparkradam.table.TableTesting.labels;
import static org.sparkradam.table.TableTesting.parquet;
import static org.sparkradam.table.TableTesting.prepared;
import static org.sparkradam.table.TableTesting.refusal;
import static org.sparkradam.table.TableTesting.write;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.table.column.BadRowPolicy;
import org.sparkradam.table.read.TableSpec;
import org.sparkradam.table.read.TableSpecBuilder;
import org.sparkradam.table.read.Task;

class LabelTest {
  @TempDir Path folder;

  @Test
  void numbersAscendAndTextFollowsTheAlphabet() {
    PreparedTable signs =
        prepared(TableSpec.of(labelled("CASE WHEN id % 3 = 0 THEN -1 ELSE 1 END")));
    assertThat(signs.task()).isEqualTo(Task.BINARY);
    assertThat(signs.classNames()).containsExactly("-1", "1");
    assertThat(labels(signs.training())).containsOnly(0.0, 1.0);
    PreparedTable text =
        prepared(TableSpec.of(labelled("element_at(array('c', 'a', 'b'), int(id % 3) + 1)")));
    assertThat(text.task()).isEqualTo(Task.MULTICLASS);
    assertThat(text.classNames()).containsExactly("a", "b", "c");
    PreparedTable flags = prepared(TableSpec.of(labelled("id % 2 = 0")));
    assertThat(flags.classNames()).containsExactly("false", "true");
  }

  @Test
  void wholeNumbersAreClassesUntilThereAreTooMany() {
    assertThat(prepared(TableSpec.of(labelled("id % 10"))).classNames()).hasSize(10);
    assertThat(prepared(TableSpec.of(labelled("id"))).task()).isEqualTo(Task.REGRESSION);
    assertThat(prepared(TableSpec.of(labelled("id % 10 + 0.5D"))).task())
        .isEqualTo(Task.REGRESSION);
    assertThat(prepared(TableSpec.of(labelled("id % 10")).task(Task.REGRESSION)).classNames())
        .isEmpty();
  }

  @Test
  void labelsThatDoNotSuitTheTaskAreRefused() {
    assertThat(refusal(TableSpec.of(labelled("7")))).contains("one value only");
    assertThat(refusal(TableSpec.of(labelled("id % 3")).task(Task.BINARY))).contains("3 classes");
    assertThat(refusal(TableSpec.of(labelled("concat('c', id)")))).contains("--task regression");
    assertThat(refusal(TableSpec.of(labelled("concat('c', id % 2)")).task(Task.REGRESSION)))
        .contains("holds text");
    assertThat(refusal(TableSpec.of(labelled("array(id)"))))
        .contains("a label is a number or a text");
  }

  @Test
  void rowsWithoutLabelAreLeftOutAndNanIsBad() {
    PreparedTable some =
        prepared(TableSpec.of(labelled("CASE WHEN id < 100 THEN NULL ELSE id % 2 END")));
    assertThat(some.counts().withoutLabel()).isEqualTo(100);
    assertThat(some.counts().training() + some.counts().test()).isEqualTo(1900);
    String nan = labelled("CASE WHEN id < 10 THEN double('NaN') ELSE id / 3 END");
    assertThat(refusal(TableSpec.of(nan)))
        .contains("10 rows: NaN or infinity in label column label");
    assertThat(refusal(TableSpec.of(labelled("CAST(NULL AS INT)"))))
        .contains("no rows for the training");
  }

  @Test
  void weightsAreChecked() {
    String path =
        parquet(
            folder,
            "SELECT id % 7 AS x, id % 2 AS label, IF(id = 5, -1.0, 2.0) AS w, 0 AS none FROM range(200)");
    TableSpecBuilder spec = TableSpec.of(path);
    assertThat(refusal(spec.weight("w"))).contains("negative weight in column w");
    PreparedTable table = prepared(spec.badRows(BadRowPolicy.SKIP));
    assertThat(table.training().first().<Double>getAs("weight")).isEqualTo(2.0);
    assertThat(table.counts().badRows()).isEqualTo(1);
    assertThat(refusal(spec.weight("none"))).contains("all weights");
    assertThat(refusal(spec.weight("label"))).contains("is the label");
  }

  @Test
  void aFullStopInTheTestLabelsIsMended() {
    String header = "x,odd `label`";
    String train =
        write(folder, "train.csv", header, 60, i -> i % 7 + ", " + (i % 2 == 0 ? "yes" : "no"));
    String test =
        write(folder, "test.csv", header, 20, i -> i % 7 + ", " + (i % 2 == 0 ? "yes." : "no."));
    TableSpecBuilder spec = TableSpec.of(train).testData(test).header(true).label("odd `label`");
    Matcher mend =
        Pattern.compile("--select \"(.*)\" --label (\\S+) --exclude \"(.*)\"$")
            .matcher(refusal(spec));
    assertThat(mend.find()).isTrue();
    PreparedTable table =
        prepared(
            spec.select(unescaped(mend.group(1)))
                .label(mend.group(2))
                .exclude(List.of(unescaped(mend.group(3)))));
    assertThat(table.classNames()).containsExactly("no", "yes");
    assertThat(table.featureNames()).containsExactly("x");
  }

  @Test
  void unseenAndLookalikeLabelsAreNamed() {
    String train =
        write(folder, "train.csv", "x,label", 60, i -> i % 7 + "," + (i % 2 == 0 ? "a" : "b"));
    String test = write(folder, "test.csv", "x,label", 20, i -> i % 7 + ",c");
    assertThat(refusal(TableSpec.of(train).testData(test).header(true)))
        .contains("the test data have 'c'")
        .contains("'a', 'b'");
    String alike =
        write(
            folder,
            "alike.csv",
            "x,label",
            60,
            i -> i % 7 + "," + List.of("a", "b", " a").get(i % 3));
    assertThat(refusal(TableSpec.of(alike).header(true)))
        .contains("differ in blanks")
        .contains("--select");
  }

  /** As a shell reads what stands in double quotes. */
  private static String unescaped(String argument) {
    return argument.replaceAll("\\\\(.)", "$1");
  }

  private String labelled(String label) {
    return parquet(folder, "SELECT id / 7 AS x, " + label + " AS label FROM range(2000)");
  }
}
