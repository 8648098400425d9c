package org.sparkradam.study.histogram;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sparkradam.study.MeanAndRange;

/**
 * The trials of one solver, a seed each, as means over seeds. It is as long as the shortest of
 * those that saw a gradient: one whose first loss was not finite saw none, and has no part in the
 * means.
 *
 * @param title what a reader calls it
 */
record SolverHistograms(String title, List<RecordedTrial> trials) {
  private static final String UNMOVED = "minibatches alone";

  /** Of every solver, in the order of the command line. */
  static List<SolverHistograms> of(HistogramResult result) {
    return result.spec().solvers().stream()
        .map(solver -> new SolverHistograms(solver.name(), of(result, solver.name())))
        .toList();
  }

  private static List<RecordedTrial> of(HistogramResult result, String solver) {
    return result.trials().stream().filter(trial -> trial.solver().equals(solver)).toList();
  }

  /** Of the weights that stay at the start. */
  static SolverHistograms unmoved(HistogramResult result) {
    return new SolverHistograms(UNMOVED, result.unmoved());
  }

  /** How many steps are recorded. */
  int length() {
    return seen().mapToInt(trial -> trial.steps().size()).min().orElse(0);
  }

  private Stream<RecordedTrial> seen() {
    return trials.stream().filter(trial -> !trial.steps().isEmpty());
  }

  /** The number of the recorded step at an index. */
  long step(int index) {
    return seen().findFirst().orElseThrow().steps().get(index).step();
  }

  /** The number of the last recorded step, 0 if there is none. */
  long lastStep() {
    return length() == 0 ? 0 : step(length() - 1);
  }

  MeanAndRange distance(int index) {
    return spread(index, RecordedTrial.Step::distance);
  }

  MeanAndRange loss(int index) {
    return spread(index, RecordedTrial.Step::loss);
  }

  double shift(int index) {
    return spread(index, RecordedTrial.Step::shift).mean();
  }

  private MeanAndRange spread(int index, ToDoubleFunction<RecordedTrial.Step> value) {
    return MeanAndRange.of(seen().map(t -> t.steps().get(index)).mapToDouble(value).toArray());
  }

  /** The histograms of a step, one a seed. */
  Stream<LogHistogram> histograms(int index) {
    return seen().map(trial -> trial.steps().get(index).histogram());
  }

  /** The index at which it is furthest from the start within ten updates; there must be a step. */
  int furthestEarly() {
    return IntStream.range(0, length())
        .filter(index -> step(index) <= HistogramSteps.DENSE)
        .boxed()
        .max((a, b) -> Double.compare(distance(a).mean(), distance(b).mean()))
        .orElseThrow();
  }

  double trainingLoss() {
    return MeanAndRange.of(trials.stream().mapToDouble(t -> t.training().loss()).toArray()).mean();
  }

  double testMetric() {
    return MeanAndRange.of(trials.stream().mapToDouble(t -> t.test().metric()).toArray()).mean();
  }

  long diverged() {
    return trials.stream().filter(trial -> trial.divergence().isPresent()).count();
  }
}
