package org.sparkradam.study.histogram;

import java.util.List;

/**
 * How far a solver's histogram has moved from its first one, in decades, means over seeds.
 *
 * @param early the furthest within ten updates
 * @param earlyStep the step of that
 * @param earlyShift of the mean of log10 |g| there; below 0 the gradient is smaller
 * @param minibatches how far the same minibatches move the histogram of weights that stay at the
 *     start
 * @param last at the last recorded step
 * @param lastShift of the mean of log10 |g| there
 */
record SolverMove(
    SolverHistograms solver,
    double early,
    long earlyStep,
    double earlyShift,
    double minibatches,
    double last,
    double lastShift) {
  /** Decades towards smaller gradients, beyond what minibatches do; a factor 3. */
  static final double DISTORTED = 0.5;

  /** Of every solver, in the order of the command line. */
  static List<SolverMove> of(HistogramResult result) {
    SolverHistograms unmoved = SolverHistograms.unmoved(result);
    return SolverHistograms.of(result).stream().map(solver -> of(solver, unmoved)).toList();
  }

  static SolverMove of(SolverHistograms solver, SolverHistograms unmoved) {
    int furthest = solver.furthestEarly();
    int last = solver.length() - 1;
    return new SolverMove(
        solver,
        solver.distance(furthest).mean(),
        solver.step(furthest),
        solver.shift(furthest),
        unmoved.distance(furthest).mean(),
        solver.distance(last).mean(),
        solver.shift(last));
  }

  /** Whether within ten updates it has moved to small gradients, as the paper's has. */
  boolean isDistorted() {
    return early - minibatches > DISTORTED && !(earlyShift > 0);
  }
}
