package org.sparkradam.table.column;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One spelling for each category, whatever type its column arrives in, as SQL that a saved pipeline
 * carries.
 *
 * <p>Tools write one table in several ways: whole numbers get a fraction as soon as one of them is
 * missing (pandas), doubles from ten million on an exponent (Java), decimals their zeros, truth
 * values capitals, days a time of midnight. To a table of categories all of these would be new.
 * What may be told apart in text, such as 01 and 1 or 1.10 and 1.1, stays apart.
 */
public final class CategoryText {
  /** Digits and a fraction of zeros, or a double as Java writes large ones. */
  private static final String DECORATED = "^-?[0-9]+[.](0+|[0-9]+E[0-9]{1,3})$";

  /** The zeros that end a fraction, with the point if nothing else is behind it. */
  private static final String FRACTION_ZEROS = "[.]0+$|(?<=[.][0-9]{0,37}[1-9])0+$";

  private static final Pattern DECORATED_TEXT = Pattern.compile(DECORATED);
  private static final Pattern FRACTION_ZEROS_TEXT = Pattern.compile(FRACTION_ZEROS);
  private static final Pattern MIDNIGHT = Pattern.compile("....-..-.. 00:00:00");

  private CategoryText() {}

  /** The one spelling of a text, as {@link #of(String, String)} has it. */
  public static String of(String text) {
    if (text.indexOf('.') > 0 && DECORATED_TEXT.matcher(text).matches()) {
      BigDecimal number = new BigDecimal(text).setScale(18, RoundingMode.HALF_UP);
      return number.precision() > 38
          ? text
          : FRACTION_ZEROS_TEXT.matcher(number.toPlainString()).replaceFirst("");
    }
    return switch (text.length()) {
      case 4, 5 -> {
        String lower = text.toLowerCase(Locale.ROOT);
        yield lower.equals("true") || lower.equals("false") ? lower : text;
      }
      case 19 -> MIDNIGHT.matcher(text).matches() ? text.substring(0, 10) : text;
      default -> text;
    };
  }

  /**
   * Spark 3.5 spells a decimal of zero as 0E-18. Most values are looked at by their length and for
   * a point only: patterns cost ten times as much, and before the first {@code lower} Spark 4 makes
   * a table of all letters, which takes a second.
   *
   * @param sql the value, of any type
   * @param text the value as text without blanks around it
   */
  public static String of(String sql, String text) {
    return "CASE WHEN typeof("
        + sql
        + ") LIKE 'decimal%' OR (instr("
        + text
        + ", '.') > 0 AND "
        + text
        + " RLIKE '"
        + DECORATED
        + "') THEN coalesce(regexp_replace(regexp_replace(CAST(try_cast("
        + text
        + " AS DECIMAL(38,18)) AS STRING), '"
        + FRACTION_ZEROS
        + "', ''), '^0E-18$', '0'), "
        + text
        + ") WHEN length("
        + text
        + ") IN (4, 5) AND ascii("
        + text
        + ") IN (70, 84, 102, 116) AND lower("
        + text
        + ") IN ('true', 'false') THEN lower("
        + text
        + ") WHEN length("
        + text
        + ") = 19 AND "
        + text
        + " LIKE '____-__-__ 00:00:00' THEN substring("
        + text
        + ", 1, 10) ELSE "
        + text
        + " END";
  }
}
