package org.sparkradam.train.checkpoint;

/** A whole checkpoint that does not belong to the run that asks for it. The user can mend it. */
public final class CheckpointMismatchException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  CheckpointMismatchException(String message) {
    super(message);
  }
}
