package org.sparkradam.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sparkradam.train.checkpoint.SavedState;
import org.sparkradam.train.evaluation.Evaluation;
import org.sparkradam.train.evaluation.Evaluator;

/**
 * Measures all trials on held-out rows every so many steps, in one pass, keeps the best weights of
 * each, and tells a trial to stop whose held-out loss falls no more. Part of a checkpoint; not
 * thread-safe.
 */
public final class EarlyStopping implements TrainingListener, Resumable {
  private final Evaluator heldOut;
  private final long every;
  private final int patience;
  private final double tolerance;
  private final List<HeldOutHistory> histories;

  /**
   * @param every steps between two evaluations, at least 1
   * @param patience evaluations without a new best that a trial is allowed, at least 1
   * @param tolerance by how much a loss has to be below the best to be a new best, at least 0
   * @param trials how many there are
   */
  public EarlyStopping(Evaluator heldOut, long every, int patience, double tolerance, int trials) {
    this.heldOut = heldOut;
    this.every = every;
    this.patience = patience;
    this.tolerance = tolerance;
    this.histories = Stream.generate(HeldOutHistory::new).limit(trials).toList();
  }

  /** What was measured of a trial. */
  public HeldOutHistory history(int trial) {
    return histories.get(trial);
  }

  @Override
  public void onState(TrainingState state) {
    if (state.step() % every == 0) {
      evaluate(state);
    }
  }

  /** The weights that training ends with may be the best. */
  @Override
  public void onStop(TrainingState state, String reason) {
    evaluate(state);
  }

  /** The weights that some trials end with, before they are told to stop, may be their best. */
  public void conclude(TrainingState state, List<Integer> trials) {
    evaluate(state, trials);
  }

  private void evaluate(TrainingState state) {
    evaluate(state, IntStream.range(0, histories.size()).boxed().toList());
  }

  private void evaluate(TrainingState state, List<Integer> trials) {
    List<Integer> due =
        trials.stream()
            .filter(k -> state.trials().get(k).active() && !histories.get(k).reaches(state.step()))
            .toList();
    List<double[]> weights = new ArrayList<>();
    due.forEach(k -> weights.add(state.trials().get(k).evaluated()));
    List<Evaluation> evaluations = heldOut.evaluate(weights);
    for (int i = 0; i < due.size(); i++) {
      HeldOutHistory history = histories.get(due.get(i));
      history.add(state.step(), evaluations.get(i), weights.get(i), tolerance);
      if (history.sinceBest() >= patience) {
        state.trials().get(due.get(i)).finish(reason());
      }
    }
  }

  private String reason() {
    return String.format(
        Locale.ROOT,
        "held-out loss has not fallen over %d evaluations, %d steps",
        patience,
        patience * every);
  }

  @Override
  public void save(SavedState to) {
    for (int k = 0; k < histories.size(); k++) {
      histories.get(k).save(to.part("trial" + k));
    }
  }

  @Override
  public void restore(SavedState from) {
    for (int k = 0; k < histories.size(); k++) {
      histories.get(k).restore(from.part("trial" + k));
    }
  }
}
