package org.sparkradam.table;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.sparkradam.table.TableTesting.prepared;
import static org.sparkradam.table.TableTesting.refusal;
import static org.sparkradam.table.TableTesting.write;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.table.column.BadRowPolicy;
import org.sparkradam.table.read.TableSpec;
import org.sparkradam.table.read.TableSpecBuilder;
import org.sparkradam.table.read.Task;
import org.sparkradam.testing.LocalSpark;

class CsvTableTest {
  @TempDir Path folder;

  @Test
  void missingValuesAreImputedAndBlanksAfterCommasDoNotCount() {
    String[] missing = {"", "NA", " ?", "null", "N/A"};
    String path =
        write(
            folder,
            "t.csv",
            "x,colour,label",
            40,
            i ->
                (i % 8 == 0 ? missing[(i / 8) % 5] : " " + i % 7)
                    + ", "
                    + (i % 10 == 3 ? "?" : i % 2 == 0 ? "red" : "blue")
                    + ","
                    + i % 2);
    PreparedTable table = prepared(TableSpec.of(path).header(true));
    assertThat(table.featureNames())
        .containsExactly("x", "colour=blue", "colour=red", "colour=(unseen or missing)");
    assertThat(table.task()).isEqualTo(Task.BINARY);
    assertThat(table.counts().badRows()).isZero();
    assertThat(table.training().count()).isEqualTo(table.counts().training());
    assertThat(table.test().count()).isEqualTo(table.counts().test());
  }

  @Test
  void textAmongNumbersAndRaggedRowsAreBadRows() {
    String path =
        write(
            folder,
            "t.csv",
            "x,y,label",
            60,
            i ->
                i == 7
                    ? "oops,1,0"
                    : i == 9 ? "1,2" : i == 11 ? "1,2,1,4" : i % 7 + "," + i % 5 + "," + i % 2);
    TableSpecBuilder spec = TableSpec.of(path).header(true);
    assertThat(refusal(spec))
        .contains("1 row: no number in the numeric column x, such as: oops, 1, 0 (x: oops)")
        .contains("2 rows: the number of fields")
        .contains("--bad-rows skip")
        .contains("--categorical");

    PreparedTable skipped = prepared(spec.badRows(BadRowPolicy.SKIP));
    assertThat(skipped.counts().read()).isEqualTo(60);
    assertThat(skipped.counts().badRows()).isEqualTo(3);
    assertThat(skipped.counts().training() + skipped.counts().test()).isEqualTo(57);
    assertThat(skipped.notes()).anyMatch(note -> note.contains("oops"));

    TableSpecBuilder text = spec.categorical(List.of("x"));
    assertThat(prepared(text).featureNames()).contains("x=oops", "x=3", "y");
  }

  @Test
  void nanAndInfinityAreNoNumbersToLearnFrom() {
    String path =
        write(
            folder,
            "t.csv",
            "x,label",
            40,
            i -> (i == 3 ? "NaN" : i == 4 ? "-inf" : "" + i % 9) + "," + i % 2);
    TableSpecBuilder spec = TableSpec.of(path).header(true);
    assertThat(refusal(spec)).contains("2 rows: NaN or infinity in feature column x");
    assertThat(prepared(spec.badRows(BadRowPolicy.SKIP)).counts().badRows()).isEqualTo(2);
  }

  @Test
  void separatorsAndTheMissingHeader() {
    String tabs = write(folder, "t.tsv", "a\tlabel", 40, i -> i % 7 + "\t" + i % 2);
    assertThat(prepared(TableSpec.of(tabs).header(true)).featureNames()).containsExactly("a");
    String semicolons = write(folder, "t.csv", "", 40, i -> i % 7 + ";" + i % 2);
    TableSpecBuilder spec = TableSpec.of(semicolons).separator(";").label("_c1");
    assertThat(prepared(spec).featureNames()).containsExactly("_c0");
    assertThat(refusal(spec.label("age"))).contains("--label age").contains("--header");
  }

  @Test
  void hostileColumnNamesSurvive() {
    String path =
        write(
            folder,
            "t.csv",
            "a.b,`tick`,<b>x</b>,it's $HOME,features,source",
            60,
            i ->
                i % 7
                    + ","
                    + (i % 3 == 0 ? "u" : "v")
                    + ","
                    + i % 5
                    + ","
                    + (i % 2 == 0 ? "no" : "yes")
                    + ","
                    + i % 11
                    + ","
                    + i % 4);
    PreparedTable table = prepared(TableSpec.of(path).header(true).label("it's $HOME"));
    assertThat(table.featureNames()).contains("a.b", "`tick`=u", "<b>x</b>", "features", "source");
    assertThat(table.test().count()).isPositive();
    assertThat(table.classNames()).containsExactly("no", "yes");
  }

  @Test
  void identifiersConstantsAndEmptyColumnsAreLeftOut() {
    String path =
        write(
            folder,
            "t.csv",
            "id,key,constant,empty,x,label",
            100,
            i -> i + ",k" + i + ",5,NA," + i % 7 + "," + i % 2);
    PreparedTable table = prepared(TableSpec.of(path).header(true));
    assertThat(table.featureNames()).containsExactly("x");
    assertThat(table.notes())
        .contains(
            "left out, identifiers: id, key",
            "left out, constant: constant",
            "left out, all values missing: empty");
    assertThat(refusal(TableSpec.of(path).header(true).features(List.of("x", "empty"))))
        .contains("--features empty: all its values are missing");
    assertThat(
            prepared(TableSpec.of(path).header(true).features(List.of("x", "constant")))
                .featureNames())
        .containsExactly("x", "constant");
  }

  @Test
  void selectComputesWithTypedColumns() {
    String path =
        write(folder, "t.csv", "a,b,label", 60, i -> i % 7 + "," + (i % 5 + 1) + "," + i % 2);
    TableSpecBuilder spec = TableSpec.of(path).header(true);
    assertThat(prepared(spec.select("SELECT *, a / b AS ratio FROM __THIS__")).featureNames())
        .containsExactly("a", "b", "ratio");
    assertThat(refusal(spec.select("SELECT nothing FROM __THIS__"))).startsWith("--select: ");
    assertThat(refusal(spec.select("SELEKT"))).contains("__THIS__");
    assertThat(refusal(spec.select("SELECT *, 1 AS A FROM __THIS__")))
        .contains("two columns named");
  }

  @Test
  void whatSelectCannotComputeIsSaid() {
    assumeTrue(LocalSpark.session().version().startsWith("4"), "ANSI SQL");
    String path = write(folder, "t.csv", "a,label", 60, i -> i % 7 + "," + i % 2);
    TableSpecBuilder spec = TableSpec.of(path).header(true);
    assertThat(refusal(spec.select("SELECT *, 1 / (a - a) AS z FROM __THIS__")))
        .startsWith("--select over")
        .contains("zero");
  }

  @Test
  void fieldsWithLineBreaks() {
    String path =
        write(folder, "t.csv", "x,note,label", 60, i -> i % 7 + ",\"a\nb" + i % 2 + "\"," + i % 2);
    TableSpecBuilder spec = TableSpec.of(path).header(true);
    assertThat(refusal(spec)).contains("--multi-line", "0,\"a");
    assertThat(refusal(spec.badRows(BadRowPolicy.SKIP))).contains("--multi-line");
    PreparedTable table = prepared(spec.badRows(BadRowPolicy.FAIL).multiLine(true));
    assertThat(table.counts().read()).isEqualTo(60);
    assertThat(table.featureNames()).contains("x", "note=a\nb0", "note=a\nb1");
  }

  /** Spark's parser takes the first break for the end of lines, be it in quotes. */
  @Test
  void lineBreaksOfTwoKinds() throws IOException {
    for (String[] ends : new String[][] {{"\n", "\r\n"}, {"\r\n", "\n"}, {"\r\n", "\r\n"}}) {
      String rows =
          IntStream.range(0, 60)
              .mapToObj(i -> "\"a" + ends[1] + "b" + i % 3 + "\"," + i % 7 + "," + i % 2 + ends[0])
              .collect(joining());
      Path file = Files.writeString(folder.resolve("m.csv"), rows);
      PreparedTable table =
          prepared(
              TableSpec.of(file.toString())
                  .multiLine(true)
                  .label("_c2")
                  .badRows(BadRowPolicy.FAIL));
      assertThat(table.counts().read()).isEqualTo(60);
      assertThat(table.classNames()).containsExactly("0", "1");
      assertThat(table.numFeatures()).isEqualTo(1 + 3 + 1);
    }
  }

  @Test
  void characterSets() throws IOException {
    String text =
        IntStream.range(0, 60)
            .mapToObj(i -> i % 25 + "," + "äö".charAt(i % 2) + "\n")
            .collect(joining("", "grüße,label\n", ""));
    Path latin = Files.write(folder.resolve("l.csv"), text.getBytes(StandardCharsets.ISO_8859_1));
    TableSpecBuilder spec = TableSpec.of(latin.toString()).header(true);
    assertThat(refusal(spec)).contains("l.csv: the name", "--encoding");
    assertThat(prepared(spec.encoding("ISO-8859-1")).featureNames()).containsExactly("grüße");
    assertThat(prepared(spec).classNames()).containsExactly("ä", "ö");
    String plain = text.replace("grüße", "x");
    Files.write(latin, plain.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(refusal(TableSpec.of(latin.toString()).header(true)))
        .contains("column label holds", "--encoding");
    for (Charset wide : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
      Files.write(latin, text.getBytes(wide));
      assertThat(refusal(TableSpec.of(latin.toString()).header(true))).contains("l.csv");
      assertThat(prepared(spec.encoding(wide.name())).classNames()).containsExactly("ä", "ö");
    }
    Files.writeString(latin, "\uFEFF" + text);
    assertThat(prepared(TableSpec.of(latin.toString()).header(true)).featureNames())
        .containsExactly("grüße");
  }

  /** A sentinel near the largest double; its square is no number. */
  @Test
  void numbersTooLargeToComputeWith() {
    String path =
        write(
            folder,
            "t.csv",
            "x,height,label",
            60,
            i -> i % 5 + "," + (i == 7 ? "1.7976931348623157E308" : i % 9 + ".5") + "," + i % 2);
    TableSpecBuilder spec = TableSpec.of(path).header(true);
    assertThat(refusal(spec))
        .contains("a number too large to compute with in feature column height")
        .contains("height: 1.7976931348623157E308");
    assertThat(prepared(spec.badRows(BadRowPolicy.SKIP)).counts().badRows()).isEqualTo(1);
  }
}
