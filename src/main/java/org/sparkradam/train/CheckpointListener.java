package org.sparkradam.train;

import java.util.Map;
import java.util.SortedMap;
import org.sparkradam.train.checkpoint.Checkpoint;
import org.sparkradam.train.checkpoint.CheckpointFolder;
import org.sparkradam.train.checkpoint.SavedState;
import org.sparkradam.train.checkpoint.StoredCheckpoint;

/**
 * Writes a checkpoint of all parts of a run every so many steps and at its end. Comes after the
 * listeners that are parts themselves, so that it finds them up to date.
 */
public final class CheckpointListener implements TrainingListener {
  private final CheckpointFolder folder;
  private final long every;
  private final SortedMap<String, String> settings;
  private final Map<String, Resumable> parts;
  private long lastWritten = -1;

  /**
   * @param every steps, at least 1
   * @param settings that a run has to share to go on from these checkpoints
   * @param parts of the run by name
   */
  public CheckpointListener(
      CheckpointFolder folder,
      long every,
      SortedMap<String, String> settings,
      Map<String, Resumable> parts) {
    this.folder = folder;
    this.every = every;
    this.settings = settings;
    this.parts = Map.copyOf(parts);
  }

  /**
   * Brings all parts to where a checkpoint was written.
   *
   * @throws org.sparkradam.train.checkpoint.CheckpointMismatchException if it is another run's;
   *     nothing is changed then
   */
  public void restore(StoredCheckpoint stored) {
    stored.requireSettings(settings);
    parts.forEach((name, part) -> part.restore(stored.checkpoint().state().part(name)));
    lastWritten = stored.checkpoint().step();
  }

  @Override
  public void onState(TrainingState state) {
    if (state.step() > 0 && state.step() % every == 0) {
      write(state.step());
    }
  }

  @Override
  public void onStop(TrainingState state, String reason) {
    write(state.step());
  }

  private void write(long step) {
    if (step == lastWritten) {
      return;
    }
    SavedState saved = new SavedState();
    parts.forEach((name, part) -> part.save(saved.part(name)));
    folder.write(new Checkpoint(step, settings, saved));
    lastWritten = step;
  }
}
