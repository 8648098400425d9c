package org.sparkradam.mllib;

import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.optimization.Updater;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.RuleState;
import scala.Tuple2;

/** MLlib's calls of an updater, over gradients that depend on the step alone. */
final class Calls {
  static final double STEP_SIZE = 0.01;
  static final double REG_PARAM = 0.125;
  private static final double[] START = {1, -2, 3};

  private Calls() {}

  static double[] start() {
    return START.clone();
  }

  static double[] gradient(int t) {
    return new double[] {Math.sin(t), 1.0 / t - 0.3, 5};
  }

  /** A whole run: the probe, then steps 1 to {@code steps}. */
  static double[] run(Updater updater, int steps) {
    probe(updater, start());
    return advance(updater, start(), 1, steps);
  }

  static Tuple2<Vector, Object> probe(Updater updater, double[] weights) {
    Vector zeros = Vectors.zeros(weights.length);
    return updater.compute(Vectors.dense(weights), zeros, 0, 1, REG_PARAM);
  }

  /** Steps {@code first} to {@code last} from some weights, without a probe. */
  static double[] advance(Updater updater, double[] weights, int first, int last) {
    double[] current = weights;
    for (int t = first; t <= last; t++) {
      current = step(updater, current, t, t);
    }
    return current;
  }

  /** Step t, which MLlib calls {@code iter}. */
  static double[] step(Updater updater, double[] weights, int t, int iter) {
    Vector gradient = Vectors.dense(gradient(t));
    return updater
        .compute(Vectors.dense(weights), gradient, STEP_SIZE, iter, REG_PARAM)
        ._1()
        .toArray();
  }

  /** What {@link #run} must give. */
  static double[] plain(Optimizer optimizer, int steps) {
    double[] weights = start();
    RuleState state = optimizer.start(weights.length);
    for (int t = 1; t <= steps; t++) {
      optimizer.step(state, weights, gradient(t));
    }
    return weights;
  }
}
