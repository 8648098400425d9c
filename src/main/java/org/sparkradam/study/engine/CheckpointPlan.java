package org.sparkradam.study.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.sparkradam.fit.Progress;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.study.solver.Solver;
import org.sparkradam.table.column.BadInputException;
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
    /** There must be none. */
    ANEW,
    /** The newest whole one is gone on from; without one the run begins at its beginning. */
    RESUMED
  }

  /** The setting that holds the number of chunks. */
  static final String CHUNKS = "chunks";

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

  /** What a checkpoint says of its run: all that the bits of a result depend on. */
  static SortedMap<String, String> settings(
      ComparisonSpec spec, ComparisonData data, ComparisonSpec.Reference reference) {
    SortedMap<String, String> settings = new TreeMap<>();
    settings.putAll(data.snapshots());
    settings.put("training data", data.training().fingerprint());
    settings.put("test data", data.testFingerprint());
    settings.put(CHUNKS, Integer.toString(data.training().chunkRows().length));
    settings.put("label scale", data.labels().toString());
    settings.put("model", data.model().loss().toString());
    settings.put("solvers", spec.solvers().stream().map(Solver::name).toList().toString());
    settings.put("learning rates", Arrays.toString(spec.learningRates()));
    settings.put("seeds", Arrays.toString(spec.seeds()));
    settings.put("batch size", Long.toString(spec.batchSize()));
    settings.put("steps", Long.toString(spec.limits().steps()));
    settings.put("penalty", spec.penalty().toString());
    settings.put("reference", reference.name().toLowerCase(Locale.ROOT));
    settings.put("kernel", spec.kernel().name());
    settings.put("Java", Integer.toString(Runtime.version().feature()));
    return settings;
  }
}
