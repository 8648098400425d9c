package org.sparkradam.study;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * When a trial counts as diverged: weights or loss are not finite, or the smoothed loss stays above
 * ten times the initial one for twenty steps.
 */
final class Divergence {
  private static final double FACTOR = 10;
  private static final int PATIENCE = 20;
  private static final double SMOOTHING = 0.9;

  private Divergence() {}

  /** By the minibatch losses of its steps. */
  static Optional<String> of(double[] losses) {
    double smoothed = losses.length == 0 ? 0 : losses[0];
    int above = 0;
    for (int i = 0; i < losses.length; i++) {
      if (!Double.isFinite(losses[i])) {
        return Optional.of("loss not finite at step " + (i + 1));
      }
      smoothed = SMOOTHING * smoothed + (1 - SMOOTHING) * losses[i];
      above = smoothed > FACTOR * losses[0] ? above + 1 : 0;
      if (above >= PATIENCE) {
        return Optional.of("loss above 10 times the initial one at step " + (i + 1));
      }
    }
    return Optional.empty();
  }

  /** By its weights, where it was stopped. */
  static Optional<String> of(List<Snapshot> snapshots) {
    Snapshot last = snapshots.get(snapshots.size() - 1);
    return Arrays.stream(last.weights()).allMatch(Double::isFinite)
        ? Optional.empty()
        : Optional.of("weights not finite at step " + last.step());
  }
}
