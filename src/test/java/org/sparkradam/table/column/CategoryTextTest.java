package org.sparkradam.table.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkradam.testing.LocalSpark;

/** One spelling of a category, in SQL and in Java. */
class CategoryTextTest {
  @Test
  void whatTypesMakeOfOneCategory() {
    assertThat(texts("1", "1L", "1D", "1.0BD", "1.00BD", "float(1)", "'1'", "'1.0'", "' 1.0 '"))
        .containsOnly("1");
    assertThat(texts("true", "'True'", "'TRUE'", "'true'")).containsOnly("true");
    assertThat(texts("1.5", "1.5D", "1.50BD", "'1.5'")).containsOnly("1.5");
    assertThat(texts("12345678", "12345678D", "12345678.0BD", "'12345678.0'", "'1.2345678E7'"))
        .containsOnly("12345678");
    assertThat(texts("0", "0D", "-0D", "0.00BD", "0.0000000000BD")).containsOnly("0");
    assertThat(texts("date'2024-02-29'", "timestamp'2024-02-29 00:00:00'", "'2024-02-29'"))
        .containsOnly("2024-02-29");
    assertThat(texts("-3", "-3D", "'-3.0'")).containsOnly("-3");
  }

  @Test
  void whatTextTellsApartStaysApart() {
    List<String> apart = List.of("01", "1.10", "1.1", "250.01", "250", "1E5", "1e5", "0x1", "+1");
    assertThat(texts(apart.stream().map(Sql::text).toArray(String[]::new)))
        .containsExactlyElementsOf(apart);
  }

  @Test
  void javaSpellsAsSqlDoes() {
    Random random = new Random(9);
    List<String> pieces =
        List.of("1", "0", "9", ".", "E", "-", "true", "False", " ", "00", "a", "7");
    List<String> texts =
        Stream.concat(
                Stream.of(
                    "1e400",
                    "2024-01-01 00:00:00",
                    "1.5E-7",
                    "1.0E37",
                    "1.0E39",
                    "1.0E99999999999",
                    "-0.0"),
                Stream.generate(
                        () ->
                            Stream.generate(() -> pieces.get(random.nextInt(pieces.size())))
                                .limit(1 + random.nextInt(7))
                                .collect(Collectors.joining())
                                .strip())
                    .limit(400))
            .filter(text -> !text.isEmpty())
            .toList();
    List<String> sql = texts(texts.stream().map(Sql::text).toArray(String[]::new));
    assertThat(texts.stream().map(CategoryText::of).toList()).isEqualTo(sql);
    assertThat(sql.stream().map(CategoryText::of).toList()).as("settled").isEqualTo(sql);
  }

  /** Training rows are read by the one, rows to score by the other. */
  @Test
  void whatIsHeldIsWhatASavedPipelineReads() {
    List<String> texts =
        Arrays.asList(
            null,
            "",
            " ",
            "NA",
            " NA ",
            "na",
            "n/a",
            "?",
            " ? ",
            "null",
            "Null",
            "true",
            " TRUE ",
            "\tTrue",
            "fals",
            "false",
            "FALSE.",
            "Tree",
            "tall",
            "Ťrue",
            "falſe",
            "1.0",
            " 1.50",
            "1.0E3",
            ".5",
            "2024-02-29 00:00:00",
            "2024-02-29 00:00:01",
            "naïve ",
            "𝒯rue",
            "a b");
    Dataset<Row> table = LocalSpark.session().createDataset(texts, Encoders.STRING()).toDF("a.b");
    for (MissingText missing : List.of(MissingText.IN_CSV, MissingText.IN_TYPED_TABLE)) {
      assertThat(heldAsRead(table, missing))
          .hasSameSizeAs(texts)
          .contains(null, "true", "false", "1000", "tall");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"byte", "short", "int", "long", "double", "decimal(9,2)", "boolean"})
  void whatIsHeldOfOtherTypesIsSoToo(String type) {
    Dataset<Row> table =
        LocalSpark.session()
            .sql("SELECT * FROM VALUES 0, 1, -7, 120, NULL AS t(x)")
            .selectExpr("CAST(x AS " + type + ") AS `a.b`");
    assertThat(heldAsRead(table, MissingText.IN_TYPED_TABLE)).hasSize(5).containsNull();
  }

  /** What is held of the table's one column, having seen that it is what SQL reads. */
  private static List<Object> heldAsRead(Dataset<Row> table, MissingText missing) {
    List<Row> read =
        table
            .select(
                ColumnReading.CATEGORY.held("a.b", table.schema().apply(0).dataType(), missing),
                functions.expr(ColumnReading.CATEGORY.sql("`a.b`", missing)))
            .collectAsList();
    assertThat(read).allSatisfy(row -> assertThat(row.get(0)).isEqualTo(row.get(1)));
    return read.stream().map(row -> row.get(0)).toList();
  }

  private static List<String> texts(String... values) {
    String columns =
        Stream.of(values)
            .map(value -> ColumnReading.CATEGORY.sql(value, MissingText.IN_TYPED_TABLE))
            .collect(Collectors.joining(", "));
    Row row = LocalSpark.session().sql("SELECT array(" + columns + ")").first();
    return row.getList(0);
  }
}
