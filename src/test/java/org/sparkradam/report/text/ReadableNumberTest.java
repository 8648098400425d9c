package org.sparkradam.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadableNumberTest {
  @ParameterizedTest
  @CsvSource({
    "0.46518, 0.4652",
    "0.1, 0.1",
    "0.30000000000000004, 0.3",
    "0.0001, 0.0001",
    "0.0000123, 1.23e-05",
    "-0.0000123, -1.23e-05",
    "0.0000999996, 0.0001",
    "1.5e-12, 1.5e-12",
    "12.34567, 12.35",
    "12345, 12345",
    "12345.67, 12346",
    "-2.5, -2.5",
    "0, 0",
    "-0.0, 0",
    "9999999, 9999999",
    "12345678, 1.235e+07",
    "1e300, 1e+300",
    "NaN, not defined",
    "Infinity, ∞",
    "-Infinity, -∞",
    "4.9e-324, 4.9e-324",
  })
  void hasFourSignificantDigits(double value, String expected) {
    assertThat(ReadableNumber.significant(value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "%+.2f, 1.234, +1.23",
    "%+.2f, -0.004, 0.00",
    "%+.2f, 0.004, 0.00",
    "%.2f, -0.001, 0.00",
    "%+.0f, -0.4, 0",
    "%+.1f, -0.06, -0.1",
    "%+.1f, -10, -10.0",
    "%+.1f, NaN, not defined",
  })
  void noZeroHasASign(String format, double value, String expected) {
    assertThat(ReadableNumber.fixed(format, value)).isEqualTo(expected);
  }

  @Test
  void doesNotDependOnTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(ReadableNumber.significant(0.5)).isEqualTo("0.5");
    } finally {
      Locale.setDefault(before);
    }
  }
}
