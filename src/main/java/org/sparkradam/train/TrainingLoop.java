package org.sparkradam.train;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Trains until a rule says stop; whatever else there is to do between steps is a listener's. */
public final class TrainingLoop {
  private final StopRule rule;
  private final List<TrainingListener> listeners;

  /** Listeners are told in their order. */
  public TrainingLoop(StopRule rule, List<TrainingListener> listeners) {
    this.rule = rule;
    this.listeners = List.copyOf(listeners);
  }

  /**
   * Brings training to its newest checkpoint, if there is one, and tells the listeners.
   *
   * @param steps that the rule allows
   */
  public void resume(Training training, Checkpoints checkpoints, long steps) {
    Resumption resumption = checkpoints.restore(() -> List.of(leg(training, steps)));
    listeners.forEach(listener -> listener.onResume(resumption));
  }

  /**
   * How far training is.
   *
   * @param steps that the rule allows
   */
  public Resumption.Leg leg(Training training, long steps) {
    long done = training.state().step();
    long left = stop(training, training.state()).isPresent() ? 0 : steps - done;
    return new Resumption.Leg("step", done, steps, left);
  }

  /**
   * Trains on from where training is.
   *
   * @return why it stopped
   */
  public String run(Training training) {
    TrainingState state = training.state();
    tell(state);
    Optional<String> reason = stop(training, state);
    while (reason.isEmpty()) {
      state = training.next();
      tell(state);
      reason = stop(training, state);
    }
    for (TrainingListener listener : listeners) {
      listener.onStop(state, reason.get());
    }
    return reason.get();
  }

  private Optional<String> stop(Training training, TrainingState state) {
    return training.hasNext() ? rule.reason(state) : Optional.of(dropouts(state));
  }

  /** Why each trial stopped, each reason once. */
  private static String dropouts(TrainingState state) {
    return state.trials().stream()
        .map(trial -> trial.finished().or(() -> trial.history().divergence()).orElseThrow())
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private void tell(TrainingState state) {
    listeners.forEach(listener -> listener.onState(state));
  }
}
