package org.sparkradam.table;

/**
 * Something that the user can mend in the command or in the data.
 *
 * <p>The message is one line that says what is wrong, where, and what would be right. Jobs print it
 * and end with exit status 2, without a stack trace.
 */
public final class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadInputException(String message) {
    super(message);
  }

  public BadInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
