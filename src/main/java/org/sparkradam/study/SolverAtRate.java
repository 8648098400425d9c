package org.sparkradam.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.sparkradam.study.solver.Solver;

/**
 * The trials of one solver at one learning rate, a seed each.
 *
 * @param outcomes in the order of seeds
 */
public record SolverAtRate(Solver solver, double learningRate, List<TrialOutcome> outcomes) {

  /** Of every solver and rate, in the order of the command line. */
  public static List<SolverAtRate> of(ComparisonResult result) {
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
  public static Optional<SolverAtRate> best(List<SolverAtRate> groups, Solver solver) {
    return groups.stream()
        .filter(group -> group.solver().equals(solver) && group.diverged() == 0)
        .min(Comparator.comparingDouble(group -> group.testLoss().mean()));
  }

  /** Those of one solver, from the lowest rate to the highest; none of a solver without rates. */
  public static List<SolverAtRate> byRate(List<SolverAtRate> groups, Solver solver) {
    return groups.stream()
        .filter(group -> group.solver().equals(solver) && !Double.isNaN(group.learningRate()))
        .sorted(Comparator.comparingDouble(SolverAtRate::learningRate))
        .toList();
  }

  public long diverged() {
    return outcomes.stream().filter(TrialOutcome::diverged).count();
  }

  public MeanAndRange testLoss() {
    return spread(outcome -> outcome.test().loss());
  }

  public MeanAndRange trainLoss() {
    return spread(outcome -> outcome.training().loss());
  }

  public MeanAndRange testMetric() {
    return spread(outcome -> outcome.test().metric());
  }

  public MeanAndRange seconds() {
    return spread(outcome -> outcome.run().seconds());
  }

  private MeanAndRange spread(ToDoubleFunction<TrialOutcome> value) {
    return MeanAndRange.of(outcomes.stream().mapToDouble(value).toArray());
  }
}
