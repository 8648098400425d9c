package org.sparkradam.table.read;

import java.util.Map;
import java.util.TreeMap;

/**
 * Which texts of a CSV file spell a number: those that Spark casts to one, but for "1d", which is
 * Java's spelling and not a user's.
 *
 * <p>Most words are told by their first letter: to refuse one, parsing makes an exception, which
 * takes as long as a hundred numbers.
 */
final class CsvNumber {
  private static final int LONGEST_INTEGER = 18;

  /** What Spark takes for numbers besides what Java does, in any case. */
  private static final Map<String, Double> SPECIAL = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  static {
    for (String word : new String[] {"inf", "infinity"}) {
      SPECIAL.put(word, Double.POSITIVE_INFINITY);
      SPECIAL.put("+" + word, Double.POSITIVE_INFINITY);
      SPECIAL.put("-" + word, Double.NEGATIVE_INFINITY);
    }
    SPECIAL.put("nan", Double.NaN);
  }

  private CsvNumber() {}

  /**
   * The number, or null.
   *
   * @param text without spaces around it
   */
  static Double value(String text) {
    if (text.isEmpty()) {
      return null;
    }
    char last = text.charAt(text.length() - 1);
    if (!isDigit(last) && SPECIAL.containsKey(text.strip())) {
      return SPECIAL.get(text.strip());
    }
    if (text.charAt(0) > '9' || "dDfF".indexOf(last) >= 0) {
      return null;
    }
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
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

  /** The whole number that {@link #isInteger} tells, else null. */
  static Long integer(String text) {
    return isInteger(text) ? Long.valueOf(text) : null;
  }

  private static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }
}
