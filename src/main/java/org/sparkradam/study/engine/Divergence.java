package org.sparkradam.study.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sparkradam.train.LossHistory;

/** When a trial of MLlib's counts as diverged: by the rule of {@link LossHistory}. */
final class Divergence {
  private Divergence() {}

  /** By the minibatch losses of its steps. */
  static Optional<String> of(double[] losses) {
    LossHistory history = new LossHistory();
    for (int i = 0; i < losses.length && history.divergence().isEmpty(); i++) {
      history.add(losses[i]);
    }
    return history.divergence();
  }

  /** By its weights, where it was stopped. */
  static Optional<String> of(List<RecordingUpdater.Snapshot> snapshots) {
    RecordingUpdater.Snapshot last = snapshots.get(snapshots.size() - 1);
    return Arrays.stream(last.weights()).allMatch(Double::isFinite)
        ? Optional.empty()
        : Optional.of("weights not finite at step " + last.step());
  }
}
