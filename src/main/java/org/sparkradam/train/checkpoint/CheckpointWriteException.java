package org.sparkradam.train.checkpoint;

/** A checkpoint that could not be written; the message says why and which one is the last whole. */
public final class CheckpointWriteException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CheckpointWriteException(String message, Throwable cause) {
    super(message, cause);
  }
}
