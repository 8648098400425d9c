package org.sparkradam.table.column;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of a user's file or command, to be shown in a line of a terminal. */
public final class Visible {
  /** Control characters, those that turn the direction of writing, and the mark of byte order. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

  private Visible() {}

  /** The same with an escape for each character that a terminal does not show, or obeys. */
  public static String of(String text) {
    return UNSEEN
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(escape(found.group().charAt(0))));
  }

  private static String escape(char unseen) {
    return switch (unseen) {
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      default -> String.format(Locale.ROOT, "\\u%04X", (int) unseen);
    };
  }
}
