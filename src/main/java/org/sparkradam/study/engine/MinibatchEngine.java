package org.sparkradam.study.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sparkradam.fit.Progress;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.study.Curve;
import org.sparkradam.study.Trial;
import org.sparkradam.study.TrialOutcome;
import org.sparkradam.train.LockstepTraining;
import org.sparkradam.train.LockstepTrial;
import org.sparkradam.train.Resumable;
import org.sparkradam.train.Resumption;
import org.sparkradam.train.TrainingListener;
import org.sparkradam.train.TrainingState;
import org.sparkradam.train.checkpoint.SavedState;

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

  /** Measures all trials that take part at the planned steps and at the end. Not thread-safe. */
  private static final class CurveRecorder implements TrainingListener, Resumable {
    private final ComparisonData data;
    private final Set<Long> plan;
    private final List<Curve> curves;

    CurveRecorder(ComparisonData data, Set<Long> plan, int trials) {
      this.data = data;
      this.plan = plan;
      this.curves = Stream.generate(Curve::new).limit(trials).toList();
    }

    /** One a trial, in their order. */
    List<Curve> curves() {
      return curves;
    }

    @Override
    public void onState(TrainingState state) {
      if (plan.contains(state.step())) {
        record(state);
      }
    }

    @Override
    public void onStop(TrainingState state, String reason) {
      record(state);
    }

    private void record(TrainingState state) {
      List<Integer> missing =
          Stream.iterate(0, k -> k < curves.size(), k -> k + 1)
              .filter(k -> state.trials().get(k).active() && !curves.get(k).reaches(state.step()))
              .toList();
      ComparisonData.Evaluations all =
          data.onSample(missing.stream().map(k -> state.trials().get(k).evaluated()).toList());
      for (int i = 0; i < missing.size(); i++) {
        LockstepTrial trial = state.trials().get(missing.get(i));
        double epoch = (double) trial.rowsSeen() / data.training().rows();
        curves
            .get(missing.get(i))
            .add(
                new Curve.Point(
                    state.step(),
                    epoch,
                    trial.rowsSeen(),
                    trial.seconds(),
                    all.training().get(i),
                    all.test().get(i)));
      }
    }

    @Override
    public void save(SavedState to) {
      for (int k = 0; k < curves.size(); k++) {
        curves.get(k).save(to.part("trial" + k));
      }
    }

    @Override
    public void restore(SavedState from) {
      for (int k = 0; k < curves.size(); k++) {
        curves.get(k).restore(from.part("trial" + k));
      }
    }
  }
}
