package org.sparkradam.study.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.sparkradam.study.Curve;
import org.sparkradam.train.LockstepTrial;
import org.sparkradam.train.Resumable;
import org.sparkradam.train.TrainingListener;
import org.sparkradam.train.TrainingState;
import org.sparkradam.train.checkpoint.SavedState;

/** Measures all trials that take part at the planned steps and at the end. Not thread-safe. */
final class CurveRecorder implements TrainingListener, Resumable {
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
