package org.sparkradam.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.sparkradam.train.checkpoint.Checkpoint;
import org.sparkradam.train.checkpoint.CheckpointFolder;
import org.sparkradam.train.checkpoint.SavedState;

/** The checkpoints of one run: which parts they hold, and whose they are. Not thread-safe. */
public final class Checkpoints {
  private final CheckpointFolder folder;
  private final SortedMap<String, String> settings;
  private final Map<String, Resumable> parts;
  private long lastStep = -1;

  /**
   * @param settings that a run has to share to go on from these checkpoints
   * @param parts of the run by name
   */
  public Checkpoints(
      CheckpointFolder folder, SortedMap<String, String> settings, Map<String, Resumable> parts) {
    this.folder = folder;
    this.settings = settings;
    this.parts = new LinkedHashMap<>(parts);
  }

  /**
   * Brings all parts to where the newest whole checkpoint was written, if there is one.
   *
   * @param legs of the run, asked for when that is done
   * @throws org.sparkradam.train.checkpoint.CheckpointMismatchException if it is another run's;
   *     nothing is changed then
   */
  public Resumption restore(Supplier<List<Resumption.Leg>> legs) {
    Optional<String> from = folder.newest().map(this::restore).map(Checkpoint.Stored::path);
    return new Resumption(folder.location(), from, legs.get());
  }

  private Checkpoint.Stored restore(Checkpoint.Stored stored) {
    stored.requireSettings(settings);
    parts.forEach((name, part) -> part.restore(stored.checkpoint().state().part(name)));
    lastStep = stored.checkpoint().step();
    return stored;
  }

  /**
   * Writes a checkpoint of all parts, unless there is one of that step.
   *
   * @param step steps that the run has done
   * @throws org.sparkradam.train.checkpoint.CheckpointWriteException if it cannot be written
   */
  public void write(long step) {
    if (step != lastStep) {
      SavedState saved = new SavedState();
      parts.forEach((name, part) -> part.save(saved.part(name)));
      folder.write(new Checkpoint(step, settings, saved));
      lastStep = step;
    }
  }

  /** Writes one every so many steps and at the end. Comes after the listeners that are parts. */
  public TrainingListener every(long steps) {
    return new TrainingListener() {
      @Override
      public void onState(TrainingState state) {
        if (state.step() > 0 && state.step() % steps == 0) {
          write(state.step());
        }
      }

      @Override
      public void onStop(TrainingState state, String reason) {
        write(state.step());
      }
    };
  }
}
