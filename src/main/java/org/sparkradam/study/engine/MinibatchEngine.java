package org.sparkradam.study.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.sparkradam.fit.Progress;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.study.Trial;
import org.sparkradam.study.TrialOutcome;
import org.sparkradam.train.LockstepTraining;
import org.sparkradam.train.LockstepTrial;
import org.sparkradam.train.Resumable;
import org.sparkradam.train.Resumption;
import org.sparkradam.train.TrainingListener;

/**
 * Trains all trials of a comparison in lock-step on blocks: a step is one Spark job for all of
 * them. Its parts are a checkpoint's; not thread-safe.
 */
final class MinibatchEngine {
  private final ComparisonData data;
  private final List<Trial> trials;
  private final LimitedTraining training;
  private final CurveRecorder curves;

  /**
   * @param trials of solvers that have rates
   */
  MinibatchEngine(ComparisonSpec spec, ComparisonData data, List<Trial> trials) {
    this.data = data;
    this.trials = trials;
    this.training = limited(spec, data, trials);
    Set<Long> plan = new TreeSet<>(SnapshotPlan.over(spec.limits().steps()));
    this.curves = new CurveRecorder(data, plan, trials.size());
  }

  /** The training of these trials before its first step. */
  static LockstepTraining lockstep(ComparisonSpec spec, ComparisonData data, List<Trial> trials) {
    return limited(spec, data, trials).lockstep();
  }

  private static LimitedTraining limited(
      ComparisonSpec spec, ComparisonData data, List<Trial> trials) {
    return LimitedTraining.of(
        spec, data, trials.stream().map(trial -> lockstepTrial(trial, spec)).toList());
  }

  private static LockstepTrial lockstepTrial(Trial trial, ComparisonSpec spec) {
    return LockstepTrial.of(
        trial.seed(),
        LimitedTraining.optimizer(trial, spec),
        spec.model().initialWeights(trial.seed()));
  }

  LockstepTraining training() {
    return training.lockstep();
  }

  /** What a checkpoint holds of it. */
  Map<String, Resumable> parts() {
    return Map.of("training", training(), "curves", curves);
  }

  /** How far it is. */
  Resumption.Leg leg() {
    return training.leg();
  }

  /** Trains on from where training is; checkpoints come after the curves. */
  void train(Progress progress, TrainingListener checkpoints) {
    training.run(progress, curves, checkpoints);
  }

  /** What came of the trials, in their order. */
  List<TrialOutcome> outcomes() {
    List<Trial.Run> runs = IntStream.range(0, trials.size()).mapToObj(this::run).toList();
    return data.outcomes(runs, curves.curves());
  }

  private Trial.Run run(int k) {
    LockstepTrial trial = training().state().trials().get(k);
    return new Trial.Run(
        trials.get(k),
        trial.history().steps(),
        trial.rowsSeen(),
        trial.seconds(),
        trial.evaluated(),
        trial.history().divergence());
  }
}
