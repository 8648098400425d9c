package org.sparkradam.train;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a run found that looked for a checkpoint to go on from.
 *
 * @param folder where it looked
 * @param checkpoint the newest whole one; without one the run begins at its start
 * @param legs that the run has begun, in their order
 */
public record Resumption(String folder, Optional<String> checkpoint, List<Leg> legs) {
  public Resumption {
    legs = List.copyOf(legs);
  }

  /**
   * One kind of work within a run.
   *
   * @param unit that it is counted in, such as "step"
   * @param done how many are
   * @param most how many there are if nothing ends it before
   * @param left how many are to come at most; none where it has ended
   */
  public record Leg(String unit, long done, long most, long left) {
    // Joined, not formatted: a locale may have digits of its own.
    @Override
    public String toString() {
      return unit + " " + done + " of " + most + " done, " + left + " left";
    }
  }

  /** In a line for people. */
  @Override
  public String toString() {
    return checkpoint
        .map(path -> "resuming from " + path + ": " + inWords(legs))
        .orElse("no checkpoint to resume from in " + folder + ": beginning at the start");
  }

  private static String inWords(List<Leg> legs) {
    return legs.stream().map(Leg::toString).collect(Collectors.joining("; "));
  }
}
