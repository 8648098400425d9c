package org.sparkradam.report.text;

/** Text from data, settings and file names, made fit to be drawn or put into HTML or XML. */
public final class PlainText {
  private static final int REPLACEMENT = 0xFFFD;
  private static final int LONGEST_LABEL = 60;

  private PlainText() {}

  /**
   * The text without the characters that XML forbids even when escaped; each is replaced by the
   * sign for an unknown character, so that it is seen that something was there.
   */
  public static String of(String text) {
    if (text == null) {
      return "";
    }
    int[] legal = text.codePoints().map(c -> isLegal(c) ? c : REPLACEMENT).toArray();
    return new String(legal, 0, legal.length);
  }

  /** The same in one line, short enough for a legend or a title. */
  public static String label(String text) {
    return label(text, LONGEST_LABEL);
  }

  /**
   * The same in one line of at most so many characters. It is cut in the middle, since names that
   * begin alike often end differently.
   */
  public static String label(String text, int longest) {
    String line = of(text).replaceAll("\\s+", " ").strip();
    if (line.isEmpty()) {
      return ReadableNumber.ABSENT;
    }
    int length = line.codePointCount(0, line.length());
    if (length <= longest) {
      return line;
    }
    int tail = longest / 3;
    return line.substring(0, line.offsetByCodePoints(0, longest - tail - 1))
        + "…"
        + line.substring(line.offsetByCodePoints(0, length - tail));
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
