package org.sparkradam.study.engine;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.sparkradam.fit.Progress;
import org.sparkradam.table.BadInputException;
import org.sparkradam.train.Checkpoints;
import org.sparkradam.train.Resumable;
import org.sparkradam.train.Resumption;
import org.sparkradam.train.checkpoint.CheckpointFolder;
import org.sparkradam.train.checkpoint.CheckpointMismatchException;

/**
 * Where a comparison's checkpoints go, and whether it goes on from one.
 *
 * @param every steps between two checkpoints
 */
public record CheckpointPlan(CheckpointFolder folder, long every, Start start) {
  /** What is done about checkpoints that are there. */
  public enum Start {
    /** They are refused, so that no earlier run is lost by mistake. */
    ANEW,
    /** The newest whole one is gone on from; without one the run begins at its beginning. */
    RESUMED
  }

  /** The setting that holds the number of chunks. */
  static final String CHUNKS = "chunks";

  /**
   * @throws BadInputException if a new run would write beside an earlier one's checkpoints
   */
  public CheckpointPlan {
    if (start == Start.ANEW && !folder.isEmpty()) {
      throw new BadInputException(
          "--checkpoint-dir %s has checkpoints of an earlier run; add --resume to go on from them, or"
                  .formatted(folder.location())
              + " name another folder");
    }
  }

  /** The chunks of the run that is resumed, if one is. */
  OptionalInt chunks() {
    if (start == Start.ANEW) {
      return OptionalInt.empty();
    }
    return folder.newest().stream()
        .mapToInt(stored -> Integer.parseInt(stored.checkpoint().settings().get(CHUNKS)))
        .findAny();
  }

  /**
   * Brings the parts of a run to where it was left, if it is resumed.
   *
   * @param legs of the run, asked for when that is done
   * @param progress told so
   * @throws BadInputException if the checkpoint is of another run; says what differs
   */
  Checkpoints open(
      SortedMap<String, String> settings,
      Map<String, Resumable> parts,
      Supplier<List<Resumption.Leg>> legs,
      Progress progress) {
    Checkpoints checkpoints = new Checkpoints(folder, settings, parts);
    if (start == Start.RESUMED) {
      try {
        progress.resumed(checkpoints.restore(legs));
      } catch (CheckpointMismatchException e) {
        throw new BadInputException("--resume: " + e.getMessage(), e);
      }
    }
    return checkpoints;
  }
}
