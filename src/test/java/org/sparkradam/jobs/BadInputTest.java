package org.sparkradam.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkradam.testing.LocalSpark;
import org.sparkradam.testing.SmallTables;

/**
 * Data that a comparison cannot use: status 2, and one line that says what, where and what else.
 */
class BadInputTest {
  @TempDir Path temp;
  private SmallTables tables;

  @BeforeEach
  void tables() {
    tables = new SmallTables(temp);
  }

  @Test
  void missingFile() {
    compare(temp + "/nothing.csv").assertRefused("/nothing.csv: there is no such file or folder");
  }

  @Test
  void emptyFileOrFolder() throws IOException {
    compare(tables.file("empty.csv")).assertRefused("/empty.csv: there are no data in it");
    compare(tables.file("empty.libsvm")).assertRefused("/empty.libsvm: there are no data in it");
    Path folder = Files.createDirectory(temp.resolve("folder"));
    compare(folder.toString(), "--format", "csv").assertRefused("/folder: there are no data in it");
    compare(tables.file("names.csv", "x,label"), "--header")
        .assertRefused("/names.csv: there are no rows in it");
  }

  @Test
  void unknownFormat() {
    compare(tables.file("table.dat", "1,2")).assertRefused("/table.dat", "add --format libsvm");
    compare(tables.file("text.parquet", "no Parquet"))
        .assertRefused("/text.parquet: cannot be read as parquet", "is not a Parquet file");
  }

  @Test
  void unknownColumn() {
    String table = tables.csvThatEndsIn("t.csv");
    compare(table, "--header", "--label", "lable")
        .assertRefused("--label lable: there is no such column; did you mean label?");
    compare(table, "--header", "--label", "").assertRefused("--label", "there is no such column");
    compare(table, "--header", "--features", "x,z")
        .assertRefused("--features z: there is no such column", "x");
    compare(table, "--header", "--features", "x,label")
        .assertRefused("--features label: this column is the label; take it out of the list");
  }

  @Test
  void forgottenHeader() {
    compare(tables.csvThatEndsIn("t.csv"))
        .assertRefused("numeric column _c0, such as: x, y, label", "--header");
  }

  @Test
  void labelWithOneValue() {
    String table = tables.csv("one.csv", List.of("5"));
    compare(table, "--header").assertRefused("label column label has one value only");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          oops,3,1     | 1 row: no number in the numeric column x, such as: oops, 3, 1
          NaN,3,1      | 1 row: NaN or infinity in feature column x, such as: NaN, 3, 1
          5,-Infinity,1| 1 row: NaN or infinity in feature column y
          3,4,1,5      | 1 row: the number of fields is not that of the first line, such as: 3,4,1,5
          3,4          | 1 row: the number of fields is not that of the first line, such as: 3,4
          3,4,maybe    | 1 row: no number in the numeric column label, such as: 3, 4, maybe
          """)
  void badRow(String row, String complaint) {
    String table = tables.csvThatEndsIn("t.csv", row);
    compare(table, "--header").assertRefused("/t.csv: bad rows: " + complaint, "--bad-rows skip");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 3:1 2:1    | indices are not one-based and ascending, such as: 1 3:1 2:1
          1 0:1 2:1    | indices are not one-based and ascending, such as: 1 0:1 2:1
          1 1:2 2:x    | not in the form 'label index:value …', such as: 1 1:2 2:x
          """)
  void badLibsvmLine(String line, String complaint) {
    compare(tables.file("t.libsvm", "0 1:1", "1 1:2", line))
        .assertRefused("/t.libsvm: bad rows: 1 row: " + complaint, "--bad-rows skip");
  }

  @Test
  void libsvmOfMoreFeatures() {
    compare(tables.libsvm("t.libsvm", 1), "--num-features", "2")
        .assertRefused("index 7, but the number of features is 2; --num-features 7 fits");
  }

  @Test
  void selection() {
    String table = tables.csv("t.csv", List.of("no", "yes"));
    compare(table, "--header", "--select", "SELEC x FROM __THIS__")
        .assertRefused("--select: ", "'SELEC'");
    compare(table, "--header", "--select", "SELECT nope FROM __THIS__")
        .assertRefused("--select: ", "`nope`", "x, y, c, label");
    compare(table, "--header", "--select", "SELECT x FROM t")
        .assertRefused("--select: select from __THIS__");
  }

  @Test
  void selectionThatFailsOnARow() {
    // Before Spark 4 a cast that fails is null, unless asked otherwise.
    assumeThat(LocalSpark.session().version()).doesNotStartWith("3.");
    String table = tables.csv("t.csv", List.of("no", "yes"));
    compare(table, "--header", "--select", "SELECT *, cast(c AS int) AS d FROM __THIS__")
        .assertRefused("--select over ", "/t.csv", "'a'", "try_cast");
  }

  @Test
  void modelThatDoesNotSuitTheLabels() {
    String three = tables.csv("three.csv", List.of("p", "q", "r"));
    compare(three, "--header", "--model", "svm").assertRefused("--model svm needs two classes");
    compare(three, "--header", "--model", "linear").assertRefused("label column label holds text");
    compare(three, "--header", "--task", "binary").assertRefused("has 3 classes");
    String numbers = tables.csv("numbers.csv", List.of("0.5", "1.5", "2.5"));
    compare(numbers, "--header", "--model", "logistic").assertRefused("--model logistic needs");
  }

  @ParameterizedTest
  @CsvSource({"2", "0", "1", "-0.1", "NaN"})
  void testFraction(String fraction) {
    compare(tables.csvThatEndsIn("t.csv"), "--header", "--test-fraction", fraction)
        .assertRefused("--test-fraction", "give a number between 0 and 1");
  }

  @Test
  void separator() {
    compare(tables.csvThatEndsIn("t.csv"), "--header", "--separator", "")
        .assertRefused("compare-optimizers: --separator is empty");
    compare(tables.csvThatEndsIn("t.csv"), "--header", "--separator", ";;")
        .assertRefused("no label", "the columns are x,y,label");
  }

  @Test
  void tooManyEpochs() {
    compare(tables.csvThatEndsIn("t.csv"), "--header", "--batch-size", "1", "--epochs", "1e9")
        .assertRefused("--epochs 1.0E9", "at most 2147483646");
  }

  @Test
  void outIsTaken() throws IOException {
    Path precious = Files.writeString(temp.resolve("precious"), "gold");
    String table = tables.csvThatEndsIn("t.csv");
    compareTo(temp, table).assertRefused("--out " + temp + " exists and is not empty");
    compareTo(precious, table).assertRefused("precious is a file; name a folder");
    compareTo(precious, table, "--overwrite").assertRefused("precious is a file; name a folder");
    compareTo(precious.resolve("below"), table).assertRefused("below cannot be written to");
    assertThat(SmallTables.below(temp)).containsExactly("precious", "t.csv");
    assertThat(precious).hasContent("gold");
  }

  @Test
  void outOfAnUnknownKind() {
    JobRun.of(new CompareOptimizers(), "--data", "t.csv", "--out", "foo://there/out")
        .assertRefused("--out foo://there/out cannot be written to", "\"foo\"");
  }

  private JobRun compare(String table, String... options) {
    Path out = temp.resolve("out");
    JobRun run = compareTo(out, table, options);
    assertThat(out).as("what a refused run leaves").doesNotExist();
    return run;
  }

  private static JobRun compareTo(Path out, String table, String... options) {
    Stream<String> common = Stream.of("--data", table, "--out", out.toString());
    return JobRun.of(
        new CompareOptimizers(), Stream.concat(common, Stream.of(options)).toArray(String[]::new));
  }
}
