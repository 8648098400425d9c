package org.sparkradam.study.solver;

import org.sparkradam.train.LbfgsSettings;

/** L-BFGS over all rows, OWL-QN under L1; it has no rate and no minibatches. */
public record LbfgsSolver(String name, LbfgsSettings settings) implements Solver {
  @Override
  public double[] rates(double[] asked) {
    return new double[] {Double.NaN};
  }
}
