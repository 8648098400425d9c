package org.sparkradam.study;

import java.util.List;
import org.sparkradam.optim.Penalty;

/**
 * What a comparison runs: every solver at every rate and seed.
 *
 * @param loss of the linear model
 * @param batchSize rows in a minibatch, on average
 * @param penalty of the objective; intercepts are never penalised
 * @param partitions of the training rows
 */
public record ComparisonSpec(
    LinearLoss loss,
    List<Solver> solvers,
    double[] learningRates,
    long[] seeds,
    long batchSize,
    RunLimits limits,
    Penalty penalty,
    int partitions) {

  /** The trials in the order in which they run. */
  public List<Trial> trials() {
    return Trial.grid(solvers, learningRates, seeds);
  }

  /** Share of the rows in a minibatch. */
  public double batchFraction(long rows) {
    return Math.min(1, (double) batchSize / rows);
  }
}
