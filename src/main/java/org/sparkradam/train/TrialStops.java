package org.sparkradam.train;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Stops each trial by a rule of its own, as if it trained alone: one that is done before others is
 * told to stop, the last ones end the training. Listens after those who look at a trial's steps.
 */
public final class TrialStops implements StopRule, TrainingListener {
  private final List<StopRule> rules;
  private final Optional<EarlyStopping> heldOut;

  /**
   * @param rules one a trial
   * @param heldOut evaluates a trial before it is told to stop
   */
  public TrialStops(List<StopRule> rules, Optional<EarlyStopping> heldOut) {
    this.rules = List.copyOf(rules);
    this.heldOut = heldOut;
  }

  /** Each reason once, when all trials that still take part have one. */
  @Override
  public Optional<String> reason(TrainingState state) {
    List<Integer> active = active(state);
    return done(state, active).size() < active.size()
        ? Optional.empty()
        : Optional.of(
            active.stream()
                .map(k -> reason(state, k).orElseThrow())
                .distinct()
                .collect(Collectors.joining("; ")));
  }

  @Override
  public void onState(TrainingState state) {
    List<Integer> active = active(state);
    List<Integer> done = done(state, active);
    if (!done.isEmpty() && done.size() < active.size()) {
      heldOut.ifPresent(rows -> rows.conclude(state, done));
      done.forEach(k -> state.trials().get(k).finish(reason(state, k).orElseThrow()));
    }
  }

  private static List<Integer> active(TrainingState state) {
    return IntStream.range(0, state.trials().size())
        .filter(k -> state.trials().get(k).active())
        .boxed()
        .toList();
  }

  private List<Integer> done(TrainingState state, List<Integer> active) {
    return active.stream().filter(k -> reason(state, k).isPresent()).toList();
  }

  private Optional<String> reason(TrainingState state, int trial) {
    return rules.get(trial).reason(state.of(trial));
  }
}
