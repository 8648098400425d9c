package org.sparkradam.study.histogram;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.sparkradam.block.TrainingPlace;
import org.sparkradam.fit.model.LinearKind;
import org.sparkradam.fit.model.LinearModel;
import org.sparkradam.study.DataFacts;
import org.sparkradam.study.HandMade;
import org.sparkradam.study.LabelScale;
import org.sparkradam.study.solver.SolverParser;
import org.sparkradam.train.evaluation.Evaluation;

/** Results of runs that were to have 30 steps and a seed. */
final class RecordedTrials {
  private static final int STEPS = 30;
  private static final double MINIBATCHES = 0.2;

  private RecordedTrials() {}

  /** Of solvers whose |g| falls by so many decades at once. */
  static HistogramResult result(Map<String, Double> falls) {
    return result(STEPS, falls);
  }

  /** Of a run that was over after so many steps. */
  static HistogramResult result(long steps, Map<String, Double> falls) {
    return result(
        steps,
        falls.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(fall -> trial(fall.getKey(), fall.getValue(), steps))
            .toList());
  }

  static HistogramResult result(long steps, List<RecordedTrial> trials) {
    String solvers = String.join(",", trials.stream().map(RecordedTrial::solver).toList());
    return new HistogramResult(
        HandMade.spec(
            new LinearModel(LinearKind.LOGISTIC, 3, 2),
            SolverParser.parseList(solvers),
            new double[] {0.1},
            new long[] {1},
            STEPS),
        new DataFacts(LabelScale.NONE, 12_000, 2000, "", 1, TrainingPlace.EXECUTORS),
        trials,
        List.of(trial(HistogramResult.UNMOVED, MINIBATCHES, steps)),
        steps,
        1.5);
  }

  /** Recorded at steps 1, 2, 7, 11 and 30, as far as it comes. */
  static RecordedTrial trial(String solver, double fall, long steps) {
    Evaluation evaluation = new Evaluation(Math.abs(fall), 0.5);
    return new RecordedTrial(
        solver, 1, recorded(fall, steps), evaluation, evaluation, Optional.empty());
  }

  /** It diverged after so many steps. */
  static RecordedTrial diverged(String solver, long steps) {
    return new RecordedTrial(
        solver,
        1,
        recorded(0.1, steps),
        Evaluation.NONE,
        Evaluation.NONE,
        Optional.of("loss not finite at step " + (steps + 1)));
  }

  private static List<RecordedTrial.Step> recorded(double fall, long steps) {
    LogHistogram histogram = LogHistogram.of(new double[] {1});
    RecordedTrial.Step first = new RecordedTrial.Step(1, 1, histogram, 0, 0);
    Stream<RecordedTrial.Step> later =
        LongStream.of(2, 7, 11, STEPS)
            .mapToObj(step -> new RecordedTrial.Step(step, 1, histogram, Math.abs(fall), -fall));
    return Stream.concat(Stream.of(first), later).filter(step -> step.step() <= steps).toList();
  }
}
