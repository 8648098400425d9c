package org.sparkradam.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a job has written of its checkpoints so far. */
final class CheckpointFiles {
  private static final int LONGEST_SECONDS = 300;

  private CheckpointFiles() {}

  /** Waits until there is one of at least that step. */
  static void await(Path folder, long step) {
    for (int tenths = 0; tenths < 10 * LONGEST_SECONDS; tenths++) {
      if (newest(folder) >= step) {
        return;
      }
      pause();
    }
    throw new AssertionError("no checkpoint of step " + step + " in " + folder);
  }

  private static long newest(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("step-"))
          .mapToLong(name -> Long.parseLong(name.split("-", -1)[1]))
          .max()
          .orElse(-1);
    } catch (IOException e) {
      return -1;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
