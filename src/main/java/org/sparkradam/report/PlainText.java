package org.sparkradam.report;

/** Text from data, settings and file names, made fit to be drawn or put into HTML or XML. */
final class PlainText {
  private static final int REPLACEMENT = 0xFFFD;
  private static final int LONGEST_LABEL = 60;

  private PlainText() {}

  /**
   * The text without the characters that XML forbids even when escaped; each is replaced by the
   * sign for an unknown character, so that it is seen that something was there.
   */
  static String of(String text) {
    if (text == null) {
      return "";
    }
    int[] legal = text.codePoints().map(c -> isLegal(c) ? c : REPLACEMENT).toArray();
    return new String(legal, 0, legal.length);
  }

  /** The same in one line, cut to a length that fits a legend or a title. */
  static String label(String text) {
    String line = of(text).replaceAll("\\s+", " ").strip();
    if (line.isEmpty()) {
      return ReadableNumber.ABSENT;
    }
    if (line.codePointCount(0, line.length()) <= LONGEST_LABEL) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…";
  }

  private static boolean isLegal(int c) {
    if (c == '\n' || c == '\t') {
      return true;
    }
    boolean nonCharacter = (c & 0xFFFE) == 0xFFFE;
    boolean loneSurrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return !Character.isISOControl(c) && !nonCharacter && !loneSurrogate;
  }
}
