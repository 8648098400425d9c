package org.sparkradam.train;

import java.util.Locale;
import java.util.Optional;

/**
 * When training is enough. Asked before each step; rules look only at what a checkpoint brings
 * back, so a resumed run stops where it would have stopped.
 */
@FunctionalInterface
public interface StopRule {
  /** Why training should stop here, if it should. */
  Optional<String> reason(TrainingState state);

  /** Whichever of the two has a reason first. */
  default StopRule or(StopRule other) {
    return state -> reason(state).or(() -> other.reason(state));
  }

  /** After so many steps. */
  static StopRule afterSteps(long steps) {
    return state -> when(state.step() >= steps, "done: " + steps + " steps");
  }

  /**
   * After so many passes over all rows.
   *
   * @param stepsPerEpoch of the training
   */
  static StopRule afterEpochs(long epochs, long stepsPerEpoch) {
    return state -> when(state.step() >= epochs * stepsPerEpoch, "done: " + epochs + " epochs");
  }

  /** Once the steps have taken so many seconds together, evaluation not counted. */
  static StopRule afterSeconds(double seconds) {
    return state -> when(state.seconds() >= seconds, "time limit of " + seconds + " s reached");
  }

  /**
   * Once no trial's loss falls any more: the mean of its last {@code window} minibatch losses is
   * not lower than that of the window before by more than {@code tolerance} of it.
   *
   * @param tolerance at least 0
   * @param window steps; an epoch or more for a mean that noise does not move
   */
  static StopRule onPlateau(double tolerance, int window) {
    return state ->
        when(
            state.step() >= 2L * window
                && state.active().stream()
                    .allMatch(trial -> isFlat(trial.history(), tolerance, window)),
            String.format(
                Locale.ROOT,
                "loss fell by less than %s of itself over %d steps",
                tolerance,
                window));
  }

  private static boolean isFlat(LossHistory history, double tolerance, int window) {
    int end = history.steps();
    if (end < 2 * window) {
      return false;
    }
    double before = history.mean(end - 2 * window, end - window);
    double last = history.mean(end - window, end);
    return before - last <= tolerance * Math.abs(before);
  }

  private static Optional<String> when(boolean condition, String reason) {
    return condition ? Optional.of(reason) : Optional.empty();
  }
}
