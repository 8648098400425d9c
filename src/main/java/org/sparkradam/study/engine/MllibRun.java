package org.sparkradam.study.engine;

import java.util.List;
import org.sparkradam.study.TrialRun;

/**
 * A trial that MLlib trained.
 *
 * @param snapshots the start first, the final weights last, in the model's layout
 */
record MllibRun(TrialRun run, List<Snapshot> snapshots) {
  /** Rows seen by the time of a snapshot. */
  double rowsSeen(Snapshot snapshot) {
    return run.steps() == 0 ? 0 : run.rowsSeen() * snapshot.step() / run.steps();
  }
}
