package org.sparkradam.study;

import java.util.function.IntConsumer;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.mllib.regression.LabeledPoint;
import org.sparkradam.optim.Penalty;
import org.sparkradam.train.Lbfgs;
import org.sparkradam.train.LbfgsSettings;
import org.sparkradam.train.LbfgsState;

/**
 * What the solvers are measured against: the minimum of the same objective by Breeze's L-BFGS, or
 * OWL-QN where there is an L1 penalty.
 */
final class ReferenceOptimum {
  /** The last state of a minimisation. */
  record Result(double[] weights, int iterations, double seconds) {}

  private final LinearModel model;
  private final Penalty penalty;

  ReferenceOptimum(LinearModel model, Penalty penalty) {
    this.model = model;
    this.penalty = penalty.withFactors(model.penaltyFactors());
  }

  /**
   * Minimises from zero weights.
   *
   * @param onIteration told the number of each iteration when it is done
   */
  Result find(JavaRDD<LabeledPoint> rows, long count, IntConsumer onIteration) {
    long started = System.nanoTime();
    Lbfgs states =
        new Lbfgs(
            new DistributedObjective(rows, count, model.gradient(), penalty),
            penalty,
            new double[model.weightCount()],
            LbfgsSettings.defaults());
    LbfgsState state = states.next();
    while (states.hasNext()) {
      state = states.next();
      onIteration.accept(state.iteration());
    }
    return new Result(state.weights(), state.iteration(), (System.nanoTime() - started) / 1e9);
  }
}
