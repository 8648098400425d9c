package org.sparkradam.report.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as a reader of a table wants them: short, and alike in every locale. */
public final class ReadableNumber {
  /** Stands where there is nothing to be told. */
  public static final String ABSENT = "–";

  /** Stands for a number that there would be but for an empty denominator: NaN. */
  public static final String NOT_DEFINED = "not defined";

  private static final MathContext FOUR_DIGITS = new MathContext(4);
  private static final MathContext TWO_DIGITS = new MathContext(2);
  private static final double PLAIN_FROM = 1e-4;
  private static final double PLAIN_BELOW = 1e7;

  private ReadableNumber() {}

  /**
   * Four significant digits, such as {@code 0.4652} or {@code 1.23e-05}; whole numbers in full up
   * to ten million; {@code not defined} for NaN and {@code ∞} for the infinities.
   */
  public static String significant(double value) {
    if (Double.isNaN(value)) {
      return NOT_DEFINED;
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "-∞";
    }
    BigDecimal rounded = rounded(BigDecimal.valueOf(value)).stripTrailingZeros();
    double size = Math.abs(rounded.doubleValue());
    if (size == 0) {
      return "0";
    }
    return size >= PLAIN_FROM && size < PLAIN_BELOW
        ? rounded.toPlainString()
        : scientific(rounded.round(FOUR_DIGITS));
  }

  /** Two significant digits, for sentences; else as {@link #significant}. */
  public static String brief(double value) {
    return Double.isFinite(value)
        ? significant(BigDecimal.valueOf(value).round(TWO_DIGITS).doubleValue())
        : significant(value);
  }

  /**
   * As a format such as {@code %+.2f} has it, but a 0 has no sign; what is not finite as {@link
   * #significant} has it.
   */
  public static String fixed(String format, double value) {
    if (!Double.isFinite(value)) {
      return significant(value);
    }
    String text = String.format(Locale.ROOT, format, value);
    return text.matches("[+-]0(\\.0*)?") ? text.substring(1) : text;
  }

  // Digits before the point are never rounded away: 12345 steps are not 12350.
  private static BigDecimal rounded(BigDecimal exact) {
    int digits = Math.max(FOUR_DIGITS.getPrecision(), exact.precision() - exact.scale());
    return exact.round(new MathContext(digits));
  }

  private static String scientific(BigDecimal rounded) {
    int exponent = rounded.precision() - rounded.scale() - 1;
    String digits = rounded.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString();
    String padding = Math.abs(exponent) < 10 ? "0" : "";
    return digits + (exponent < 0 ? "e-" : "e+") + padding + Math.abs(exponent);
  }
}
