package org.sparkradam.table.column;

import java.io.IOException;
import java.sql.SQLException;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;

/** Finds the line of a Spark failure that a user can act on. */
public final class Causes {
  private static final int MAX_LENGTH = 300;

  private Causes() {}

  /** The first line of the innermost message. */
  public static String oneLine(Throwable failure) {
    Throwable innermost = innermost(failure);
    String message = innermost.getMessage();
    if (message == null || message.isBlank()) {
      return innermost.getClass().getSimpleName();
    }
    String line = message.strip().lines().findFirst().orElse("").strip();
    return line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) + "…" : line;
  }

  /** Whether the data or a statement over it caused the failure, and not the machinery. */
  public static boolean lieInTheData(Throwable failure) {
    Throwable innermost = innermost(failure);
    boolean named = innermost instanceof SparkThrowable && innermost instanceof RuntimeException;
    return named
        || innermost instanceof AnalysisException
        || innermost instanceof IOException
        || innermost instanceof SQLException;
  }

  private static Throwable innermost(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return innermost;
  }
}
