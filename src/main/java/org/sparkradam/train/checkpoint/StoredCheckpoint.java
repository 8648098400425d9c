package org.sparkradam.train.checkpoint;

import java.util.SortedMap;

/**
 * A checkpoint and where it was found.
 *
 * @param path for messages
 */
public record StoredCheckpoint(String path, Checkpoint checkpoint) {
  /**
   * Refuses to serve a run of other settings.
   *
   * @throws CheckpointMismatchException if settings differ; says which, and both values
   */
  public void requireSettings(SortedMap<String, String> wanted) {
    checkpoint.requireSettings(wanted, path);
  }
}
