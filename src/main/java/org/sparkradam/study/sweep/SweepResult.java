package org.sparkradam.study.sweep;

import java.util.List;
import java.util.Optional;
import org.sparkradam.study.ComparisonResult;
import org.sparkradam.study.SolverAtRate;
import org.sparkradam.study.engine.TrialsAlone;
import org.sparkradam.study.paired.GoodRange;
import org.sparkradam.study.paired.GoodRanges;
import org.sparkradam.study.paired.Quality;
import org.sparkradam.study.paired.RateDifference;
import org.sparkradam.study.solver.Solver;

/**
 * What a sweep over learning rates found.
 *
 * @param comparison its trials
 * @param alone the same trials one by one, if that was asked for
 */
public record SweepResult(ComparisonResult comparison, Optional<TrialsAlone> alone) {
  /** By the model's metric and by the loss. */
  List<Quality> qualities() {
    return List.of(Quality.testMetric(comparison.model()), Quality.testLoss(comparison.model()));
  }

  List<SolverRange> ranges(Quality quality) {
    return SolverRange.of(comparison, quality);
  }

  /** The first solver minus each other one. */
  List<List<RateDifference>> differences(Quality quality) {
    return RateDifference.ofTheFirst(comparison, quality);
  }

  /**
   * At which rates a solver does well.
   *
   * @param ofItsBest rates within 1 % of its own best mean; none if it diverged at every rate
   * @param ofTheBest rates within 1 % of the best mean of all solvers
   */
  record SolverRange(
      Solver solver,
      Quality quality,
      Optional<GoodRange> ofItsBest,
      Optional<GoodRange> ofTheBest) {
    /** Of every solver that has rates, in the order of the command line. */
    static List<SolverRange> of(ComparisonResult result, Quality quality) {
      List<SolverAtRate> groups =
          SolverAtRate.of(result).stream().filter(group -> group.solver().hasRate()).toList();
      GoodRanges ranges = GoodRanges.of(quality);
      double best = ranges.best(groups);
      return result.spec().solversWithRates().stream()
          .map(solver -> of(ranges, best, SolverAtRate.byRate(groups, solver)))
          .toList();
    }

    private static SolverRange of(GoodRanges ranges, double best, List<SolverAtRate> groups) {
      return new SolverRange(
          groups.get(0).solver(),
          ranges.quality(),
          ranges.aroundBest(groups),
          ranges.asGoodAs(best, groups));
    }
  }
}
