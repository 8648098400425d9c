package org.sparkradam.train.checkpoint;

import java.io.IOException;

/** A file that is no whole checkpoint: cut short while it was written, or changed since. */
final class DamagedCheckpointException extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedCheckpointException(String message) {
    super(message);
  }
}
