package org.sparkradam.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import org.sparkradam.testing.SharedData;

/** Rows of comma-separated oracle numbers, whole from a file or a selection from a test. */
final class OracleFile {
  private static final String COMMA_OUTSIDE_QUOTES = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

  private OracleFile() {}

  /** The rows below the header; the test is skipped where the file is absent. */
  static List<String[]> rows(String name) throws IOException {
    List<String> lines = Files.readAllLines(SharedData.oracle(name));
    assertThat(lines).as(name).hasSizeGreaterThan(10);
    return lines.stream().skip(1).map(OracleFile::cells).toList();
  }

  static List<String[]> rowsOf(String text) {
    return text.lines().map(OracleFile::cells).toList();
  }

  private static String[] cells(String line) {
    String[] cells = line.split(COMMA_OUTSIDE_QUOTES, -1);
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cells[i].replace("\"", "");
    }
    return cells;
  }

  /** The value within a relative tolerance, or half of the last printed digit where fewer are. */
  static void assertMatches(double actual, String printed, double relative) {
    double expected = Double.parseDouble(printed);
    double halfDigit = new BigDecimal(printed).ulp().doubleValue() / 2;
    double tolerance = Math.max(relative * Math.abs(expected), halfDigit);
    assertThat(Math.abs(actual - expected))
        .as("%s against %s", actual, printed)
        .isLessThanOrEqualTo(tolerance);
  }
}
