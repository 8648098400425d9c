package org.sparkradam.study.histogram;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * How far a solver's histogram has moved from its first one, in decades, means over seeds.
 *
 * @param early the furthest within ten updates
 * @param earlyShift of the mean of log10 |g| there; below 0 the gradient is smaller
 * @param minibatches how far the same minibatches move the histogram of weights that stay at the
 *     start
 * @param trained how far the histogram of the solver with the least training loss is in the end:
 *     gradients also get smaller because training succeeds
 * @param last at the last recorded step
 * @param lastShift of the mean of log10 |g| there
 */
record SolverMove(
    SolverHistograms solver,
    double early,
    double earlyShift,
    double minibatches,
    double trained,
    double last,
    double lastShift) {
  /**
   * Decades beyond what successful training does, towards smaller gradients: a factor 3. Chosen
   * after looking at covtype and flights.
   */
  static final double DISTORTED = 0.5;

  /** Of every solver that saw a gradient, in the order of the command line; one at least must. */
  static List<SolverMove> of(HistogramResult result) {
    List<SolverHistograms> solvers =
        SolverHistograms.of(result).stream().filter(solver -> solver.length() > 0).toList();
    SolverHistograms best =
        Collections.min(solvers, Comparator.comparingDouble(SolverHistograms::trainingLoss));
    double trained = best.distance(best.length() - 1).mean();
    SolverHistograms unmoved = SolverHistograms.unmoved(result);
    return solvers.stream().map(solver -> of(solver, unmoved, trained)).toList();
  }

  private static SolverMove of(SolverHistograms solver, SolverHistograms unmoved, double trained) {
    int furthest = solver.furthestEarly();
    int last = solver.length() - 1;
    return new SolverMove(
        solver,
        solver.distance(furthest).mean(),
        solver.shift(furthest),
        unmoved.distance(furthest).mean(),
        trained,
        solver.distance(last).mean(),
        solver.shift(last));
  }

  /**
   * Whether within ten updates it has moved to gradients so small that successful training does not
   * explain them.
   */
  boolean isDistorted() {
    return early - trained > DISTORTED && !(earlyShift > 0);
  }
}
