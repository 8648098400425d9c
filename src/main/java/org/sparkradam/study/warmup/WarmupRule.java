package org.sparkradam.study.warmup;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sparkradam.study.ComparisonResult;
import org.sparkradam.study.SolverAtRate;
import org.sparkradam.study.paired.GoodRange;
import org.sparkradam.study.paired.GoodRanges;
import org.sparkradam.study.paired.Quality;
import org.sparkradam.study.solver.Solver;
import org.sparkradam.study.solver.StochasticSolver;

/**
 * A rule at every rate.
 *
 * @param groups its trials, from the lowest rate to the highest
 */
public record WarmupRule(Solver solver, RuleKind kind, List<SolverAtRate> groups) {
  /** Every solver that has rates, in the order of the command line. */
  static List<WarmupRule> of(ComparisonResult result) {
    List<SolverAtRate> groups = SolverAtRate.of(result);
    return result.spec().solvers().stream()
        .filter(StochasticSolver.class::isInstance)
        .map(solver -> of(solver, SolverAtRate.byRate(groups, solver)))
        .toList();
  }

  static WarmupRule of(Solver solver, List<SolverAtRate> groups) {
    return new WarmupRule(solver, RuleKind.of(solver.name()), groups);
  }

  String name() {
    return solver.name();
  }

  /** Short enough for the rows of a picture. */
  String title() {
    return name().replaceFirst("^adam:warmup=", "warm-up ").replace("warm-up untuned", "untuned");
  }

  /** Its trials at the rate with the best mean; none if it diverged at every rate. */
  Optional<SolverAtRate> best(Quality quality) {
    return groups.stream()
        .filter(group -> !Double.isNaN(quality.over(group).mean()))
        .max(
            Comparator.comparingDouble(
                group -> quality.sense().gain(0, quality.over(group).mean())));
  }

  /** The rates within 1 % of its best. */
  Optional<GoodRange> goodRange(Quality quality) {
    return GoodRanges.of(quality).aroundBest(groups);
  }

  int seeds() {
    return groups.get(0).outcomes().size();
  }

  /** The same rule with one of its seeds only. */
  List<SolverAtRate> ofSeed(int index) {
    return groups.stream()
        .map(
            group ->
                new SolverAtRate(
                    group.solver(), group.learningRate(), List.of(group.outcomes().get(index))))
        .toList();
  }
}
