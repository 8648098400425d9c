package org.sparkradam.optim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;

/** Numbers of the test resource {@code oracles}, beside the scripts that wrote them. */
final class OracleFile {
  private OracleFile() {}

  /** The cells of the rows below the header. */
  static List<String[]> rows(String name) {
    return lines(name).stream().map(line -> line.split(",", -1)).toList();
  }

  /** The lines below the header. */
  static List<String> lines(String name) {
    try (InputStream file = OracleFile.class.getResourceAsStream("/oracles/" + name)) {
      return new String(file.readAllBytes(), UTF_8).lines().skip(1).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
