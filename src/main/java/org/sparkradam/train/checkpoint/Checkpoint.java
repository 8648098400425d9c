package org.sparkradam.train.checkpoint;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run at a moment.
 *
 * @param step steps done
 * @param settings what has to be the same for the run to go on as if it had never stopped: data,
 *     objective, kernel, rules
 * @param state what the next step needs
 */
public record Checkpoint(long step, SortedMap<String, String> settings, SavedState state) {
  public Checkpoint {
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }

  /**
   * Refuses to serve a run of other settings.
   *
   * @param where it comes from, for the message
   * @throws CheckpointMismatchException if settings differ; says which, and both values
   */
  public void requireSettings(SortedMap<String, String> wanted, String where) {
    TreeSet<String> names = new TreeSet<>(settings.keySet());
    names.addAll(wanted.keySet());
    String differences =
        names.stream()
            .flatMap(name -> difference(name, settings.get(name), wanted.get(name)))
            .collect(Collectors.joining("; "));
    if (!differences.isEmpty()) {
      throw new CheckpointMismatchException(
          "%s is of another run: %s".formatted(where, differences));
    }
  }

  private static Stream<String> difference(String name, String then, String now) {
    if (then != null && then.equals(now)) {
      return Stream.empty();
    }
    return Stream.of(
        "%s was %s there and is %s now"
            .formatted(name, then == null ? "not set" : then, now == null ? "not set" : now));
  }

  /**
   * A checkpoint and where it was found.
   *
   * @param path for messages
   */
  public record Stored(String path, Checkpoint checkpoint) {
    /**
     * Refuses to serve a run of other settings.
     *
     * @throws CheckpointMismatchException if settings differ; says which, and both values
     */
    public void requireSettings(SortedMap<String, String> wanted) {
      checkpoint.requireSettings(wanted, path);
    }
  }
}
