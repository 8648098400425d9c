package org.sparkradam.study;

import java.util.List;
import java.util.Optional;

/**
 * What came of training one trial.
 *
 * @param snapshots the start first, the final weights last
 * @param rowsSeen rows in all its minibatches; for MLlib's sampler the expected number
 * @param divergence why the trial counts as diverged, if it does
 */
public record TrialRun(
    Trial trial, List<Snapshot> snapshots, double rowsSeen, Optional<String> divergence) {
  public Snapshot last() {
    return snapshots.get(snapshots.size() - 1);
  }

  /** Rows seen by the time of a snapshot. */
  public double rowsSeen(Snapshot snapshot) {
    return last().step() == 0 ? 0 : rowsSeen * snapshot.step() / last().step();
  }
}
