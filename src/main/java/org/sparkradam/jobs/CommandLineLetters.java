package org.sparkradam.jobs;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sparkradam.table.column.BadInputException;

/**
 * What became of a command line's letters. A JVM reads them by its locale, and one of ASCII, as
 * cron and many containers have it, has no other letters.
 */
final class CommandLineLetters {
  /** What Java makes of bytes that it cannot read. */
  private static final String UNREAD = "\uFFFD";

  /**
   * What is left of such a letter, which has two bytes or more in UTF-8, once a JVM of ASCII has
   * handed it on, as spark-submit's first one does to the driver's.
   */
  private static final String HANDED_ON = "??";

  private CommandLineLetters() {}

  /** By which this JVM reads its command line. */
  static Charset charset() {
    return Charset.forName(System.getProperty("sun.jnu.encoding"));
  }

  /**
   * Refuses to go on with other columns or files than were meant.
   *
   * @throws BadInputException if letters were lost
   */
  static void requireRead(List<String> arguments, Charset charset) {
    for (String argument : arguments) {
      if (isGarbled(argument, charset)) {
        throw new BadInputException(
            "%s has letters that are lost on a JVM whose locale knows %s only; start it under"
                    .formatted(argument, charset)
                + " LC_ALL=C.UTF-8 or another locale of UTF-8");
      }
    }
  }

  private static boolean isGarbled(String argument, Charset charset) {
    return !charset.equals(StandardCharsets.UTF_8) && argument.contains(UNREAD)
        || charset.equals(StandardCharsets.US_ASCII) && argument.contains(HANDED_ON);
  }
}
