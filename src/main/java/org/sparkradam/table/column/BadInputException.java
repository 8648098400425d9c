package org.sparkradam.table.column;

import java.util.Objects;

/**
 * Something that the user can mend in the command or in the data.
 *
 * <p>The message is one line that says what is wrong, where, and what would be right; control
 * characters in it, which may come from the user's names and values, are shown as escapes. Jobs
 * print it and end with exit status 2, without a stack trace.
 */
public final class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadInputException(String message) {
    super(oneLine(message));
  }

  public BadInputException(String message, Throwable cause) {
    super(oneLine(message), cause);
  }

  private static String oneLine(String message) {
    return Visible.of(Objects.toString(message, "").strip());
  }
}
