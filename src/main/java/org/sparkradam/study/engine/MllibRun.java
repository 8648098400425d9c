package org.sparkradam.study.engine;

import java.util.Iterator;
import java.util.List;
import org.sparkradam.study.Curve;
import org.sparkradam.study.CurvePoint;
import org.sparkradam.study.TrialOutcome;
import org.sparkradam.study.TrialRun;
import org.sparkradam.train.evaluation.Evaluation;

/**
 * A trial that MLlib trained.
 *
 * @param snapshots the start first, the final weights last, in the model's layout
 */
record MllibRun(TrialRun run, List<Snapshot> snapshots) {
  /** Rows seen by the time of a snapshot. */
  double rowsSeen(Snapshot snapshot) {
    return run.steps() == 0 ? 0 : run.rowsSeen() * snapshot.step() / run.steps();
  }

  /** Measured from the weights that they had on the way. */
  static List<TrialOutcome> outcomes(List<MllibRun> runs, ComparisonData data) {
    ComparisonData.Evaluations all =
        data.onSample(
            runs.stream().flatMap(run -> run.snapshots().stream()).map(Snapshot::weights).toList());
    Iterator<Evaluation> training = all.training().iterator();
    Iterator<Evaluation> test = all.test().iterator();
    List<Curve> curves = runs.stream().map(run -> curve(run, data, training, test)).toList();
    return data.outcomes(runs.stream().map(MllibRun::run).toList(), curves);
  }

  private static Curve curve(
      MllibRun run, ComparisonData data, Iterator<Evaluation> training, Iterator<Evaluation> test) {
    Curve curve = new Curve();
    for (Snapshot snapshot : run.snapshots()) {
      double rowsSeen = run.rowsSeen(snapshot);
      curve.add(
          new CurvePoint(
              snapshot.step(),
              rowsSeen / data.training().rows(),
              rowsSeen,
              snapshot.seconds(),
              training.next(),
              test.next()));
    }
    return curve;
  }
}
