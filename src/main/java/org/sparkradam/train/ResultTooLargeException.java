package org.sparkradam.train;

/**
 * A step would bring more to the driver than Spark lets it. The user can mend it; the message says
 * how.
 */
public final class ResultTooLargeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  ResultTooLargeException(String message) {
    super(message);
  }
}
