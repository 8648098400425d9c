package org.sparkradam.study.paired;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sparkradam.study.ComparisonResult;
import org.sparkradam.study.SolverAtRate;
import org.sparkradam.study.solver.Solver;

/**
 * One solver minus another at a learning rate.
 *
 * @param quality that is compared
 * @param difference in the quality's unit
 */
public record RateDifference(
    Solver solver,
    Solver other,
    double learningRate,
    Quality quality,
    PairedDifference difference) {
  /** At every rate of the run, from low to high. */
  public static List<RateDifference> of(
      ComparisonResult result, Solver solver, Solver other, Quality quality) {
    List<RateDifference> differences = new ArrayList<>();
    List<SolverAtRate> groups = SolverAtRate.of(result);
    List<SolverAtRate> theirs = SolverAtRate.byRate(groups, other);
    for (SolverAtRate ours : SolverAtRate.byRate(groups, solver)) {
      theirs.stream()
          .filter(group -> group.learningRate() == ours.learningRate())
          .map(
              group ->
                  new RateDifference(
                      solver,
                      other,
                      ours.learningRate(),
                      quality,
                      PairedDifference.of(values(ours, quality), values(group, quality))))
          .forEach(differences::add);
    }
    return differences;
  }

  /** The first solver of the run against each other one that has rates. */
  public static List<List<RateDifference>> ofTheFirst(ComparisonResult result, Quality quality) {
    List<Solver> solvers = result.spec().solversWithRates();
    return solvers.stream()
        .skip(1)
        .map(other -> of(result, solvers.get(0), other, quality))
        .toList();
  }

  private static double[] values(SolverAtRate group, Quality quality) {
    return group.outcomes().stream().mapToDouble(quality::of).toArray();
  }

  /** In how many seeds the solver is better than the other. */
  public long seedsBetter() {
    return Arrays.stream(difference.values())
        .filter(value -> quality.sense().gain(0, value) > 0)
        .count();
  }

  /** Whether the solver is better than the other: decided where the interval excludes 0. */
  public Verdict verdict() {
    if (Double.isNaN(difference.mean())) {
      return Verdict.DIVERGED;
    }
    if (!difference.interval().excludesZero()) {
      return Verdict.UNDECIDED;
    }
    return quality.sense().gain(0, difference.mean()) > 0 ? Verdict.BETTER : Verdict.WORSE;
  }
}
