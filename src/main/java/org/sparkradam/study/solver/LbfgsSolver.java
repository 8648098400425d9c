package org.sparkradam.study.solver;

import java.util.Optional;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Penalty;
import org.sparkradam.train.LbfgsSettings;

/** L-BFGS over all rows, OWL-QN under L1; it has no rate and no minibatches. */
record LbfgsSolver(String name, LbfgsSettings settings) implements Solver {
  @Override
  public Optional<LbfgsSettings> fullBatch() {
    return Optional.of(settings);
  }

  @Override
  public boolean fits(long steps) {
    return true;
  }

  @Override
  public void requireFits(long steps) {}

  @Override
  public Optimizer optimizer(double learningRate, Penalty objective, long steps, long batchSize) {
    throw new UnsupportedOperationException(name + " does not step by minibatches");
  }
}
