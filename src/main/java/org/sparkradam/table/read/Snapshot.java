package org.sparkradam.table.read;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One state of a table that keeps its earlier ones.
 *
 * @param option by which its source reads this state
 * @param value of the option
 */
public record Snapshot(String option, String value) {
  private static final String VERSION = "versionAsOf";
  private static final Set<String> OPTIONS =
      Set.of(
          VERSION,
          "timestampAsOf",
          "snapshot-id",
          "as-of-timestamp",
          "start-snapshot-id",
          "as.of.instant");

  /** A state by the number that its table gave it. */
  static Snapshot version(long number) {
    return new Snapshot(VERSION, Long.toString(number));
  }

  /** The one that the user has asked for. */
  static Optional<Snapshot> in(SourceOptions options) {
    return OPTIONS.stream()
        .sorted()
        .flatMap(name -> options.get(name).map(value -> new Snapshot(name, value)).stream())
        .findFirst();
  }

  /** The options by which a source would choose a state that moves. */
  static Stream<String> moving() {
    return Stream.of("branch", "tag");
  }

  @Override
  public String toString() {
    return option + " " + value;
  }
}
