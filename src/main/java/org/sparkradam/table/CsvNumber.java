package org.sparkradam.table;

import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * Which texts of a CSV file spell a number: those that Spark casts to one, but for "1d", which is
 * Java's spelling and not a user's. As SQL, and for a loop over many values.
 *
 * <p>Most words are told by their first letter: to refuse one, a cast makes an exception with a
 * message, which takes as long as parsing a hundred numbers.
 */
final class CsvNumber {
  private static final int LONGEST_INTEGER = 18;

  /** What Spark takes for numbers besides what Java does, in any case. */
  private static final Set<String> SPECIAL = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  static {
    for (String word : new String[] {"inf", "infinity"}) {
      SPECIAL.add(word);
      SPECIAL.add("+" + word);
      SPECIAL.add("-" + word);
    }
    SPECIAL.add("nan");
  }

  private CsvNumber() {}

  /** The number as SQL, or null. */
  static String sql(String sql) {
    String text = "trim(" + sql + ")";
    return ("CASE WHEN ascii(%1$s) > ascii('9') AND lower(left(%1$s, 3)) NOT IN ('inf', 'nan')"
            + " OR right(%1$s, 1) IN ('d', 'D', 'f', 'F') AND lower(right(%1$s, 3)) <> 'inf'"
            + " THEN NULL ELSE %2$s END")
        .formatted(text, cast(sql, DataTypes.DoubleType));
  }

  static String cast(String sql, DataType type) {
    return "try_cast(trim(" + sql + ") AS " + type.sql() + ")";
  }

  /**
   * Whether {@link #sql} gives one.
   *
   * @param text without spaces around it, not empty
   */
  static boolean is(String text) {
    char last = text.charAt(text.length() - 1);
    if (!isDigit(last) && SPECIAL.contains(text.strip())) {
      return true;
    }
    if (text.charAt(0) > '9' || "dDfF".indexOf(last) >= 0) {
      return false;
    }
    try {
      Double.parseDouble(text);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** Whether it is a whole number without fraction or exponent that a long holds. */
  static boolean isInteger(String text) {
    int first = text.charAt(0) == '+' || text.charAt(0) == '-' ? 1 : 0;
    int digits = text.length() - first;
    if (digits < 1 || digits > LONGEST_INTEGER) {
      return false;
    }
    for (int i = first; i < text.length(); i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }
}
