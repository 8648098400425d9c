package org.sparkradam.table.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.lang3.StringUtils;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.sparkradam.testing.LocalSpark;

/** Numbers in text, beside those that Spark casts from it. */
class CsvNumberTest {
  private static final String LETTERS = "0123456789+-.eExXdDfFiInNaAtTyY, \t";

  /** What Spark casts to a number, but for Java's suffixes of one. */
  private static final String SQL =
      "CASE WHEN right(trim(value), 1) IN ('d', 'D', 'f', 'F')"
          + " AND lower(right(trim(value), 3)) <> 'inf'"
          + " THEN NULL ELSE try_cast(trim(value) AS DOUBLE) END";

  @Test
  void theLoopGivesWhatSqlGives() {
    for (Row row : rows(texts())) {
      assertThat(CsvNumber.value(row.getString(0))).as(row.toString()).isEqualTo(row.get(1));
    }
  }

  @Test
  void wholeNumbersAreThoseOfDigits() {
    assertThat(List.of("0", "-7", "+7", "999999999999999999")).allMatch(CsvNumber::isInteger);
    assertThat(List.of("", "-", "7.0", "7e3", "1000000000000000000", "٣", "0x1"))
        .filteredOn(text -> !text.isEmpty())
        .noneMatch(CsvNumber::isInteger);
  }

  private static List<String> texts() {
    List<String> texts =
        new ArrayList<>(
            List.of(
                "inf",
                "-Inf",
                "+INFINITY",
                "Infinity",
                "nan",
                "NaN",
                "+NaN",
                "-nan",
                "info",
                "nano",
                "1d",
                "1D",
                "2f",
                "0x1p3",
                "0x1.8",
                "1e400",
                "-1e-400",
                ".5",
                "5.",
                ".",
                "-",
                "+.e1",
                "1 2",
                "1_000",
                "<=50K",
                "[0-10)",
                "2013-01-01",
                "3inf",
                "٣",
                "½",
                "\t1",
                "1\t"));
    Random random = new Random(1);
    for (int i = 0; i < 3000; i++) {
      StringBuilder text = new StringBuilder();
      for (int letter = random.nextInt(6); letter >= 0; letter--) {
        text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      texts.add(text.toString());
    }
    return texts.stream()
        .map(text -> StringUtils.strip(text, " "))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static List<Row> rows(List<String> texts) {
    return LocalSpark.session()
        .createDataset(texts, Encoders.STRING())
        .select(functions.col("value"), functions.expr(SQL))
        .collectAsList();
  }
}
