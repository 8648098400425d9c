package org.sparkradam.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The trials of one solver at one learning rate, a seed each.
 *
 * @param outcomes in the order of seeds
 */
record SolverAtRate(Solver solver, double learningRate, List<TrialOutcome> outcomes) {

  /** Of every solver and rate, in the order of the command line. */
  static List<SolverAtRate> of(ComparisonResult result) {
    List<SolverAtRate> groups = new ArrayList<>();
    for (Solver solver : result.spec().solvers()) {
      for (double rate : solver.rates(result.spec().learningRates())) {
        groups.add(new SolverAtRate(solver, rate, outcomes(result, solver, rate)));
      }
    }
    return groups;
  }

  private static List<TrialOutcome> outcomes(ComparisonResult result, Solver solver, double rate) {
    return result.outcomes().stream()
        .filter(
            o ->
                o.trial().solver().equals(solver)
                    && Double.compare(o.trial().learningRate(), rate) == 0)
        .toList();
  }

  /** The rate with the lowest mean test loss, if one did not diverge. */
  static Optional<SolverAtRate> best(List<SolverAtRate> groups, Solver solver) {
    return groups.stream()
        .filter(group -> group.solver().equals(solver) && group.diverged() == 0)
        .min(Comparator.comparingDouble(group -> group.testLoss().mean()));
  }

  long diverged() {
    return outcomes.stream().filter(TrialOutcome::diverged).count();
  }

  Spread testLoss() {
    return spread(outcome -> outcome.test().loss());
  }

  Spread trainLoss() {
    return spread(outcome -> outcome.training().loss());
  }

  Spread testMetric() {
    return spread(outcome -> outcome.test().metric());
  }

  Spread seconds() {
    return spread(outcome -> outcome.run().seconds());
  }

  private Spread spread(ToDoubleFunction<TrialOutcome> value) {
    return Spread.of(outcomes.stream().mapToDouble(value).toArray());
  }
}
