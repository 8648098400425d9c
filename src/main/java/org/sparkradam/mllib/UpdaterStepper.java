package org.sparkradam.mllib;

import java.util.Arrays;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.optimization.Updater;
import org.sparkradam.train.WeightStepper;
import scala.Tuple2;

/** Steps with any MLlib {@code Updater}, by the conventions of {@code GradientDescent}. */
final class UpdaterStepper implements WeightStepper {
  private final Updater updater;
  private final double stepSize;
  private final double regParam;
  private final double tolerance;

  /** The penalty before each step. */
  private double[] penalties = new double[64];

  private int steps;
  private double penalty;
  private boolean converged;

  /** Probes the updater, as {@code GradientDescent} does, for the penalty at the start. */
  UpdaterStepper(
      Updater updater, double stepSize, double regParam, Vector start, double tolerance) {
    this.updater = updater;
    this.stepSize = stepSize;
    this.regParam = regParam;
    this.tolerance = tolerance;
    Vector zeros = Vectors.zeros(start.size());
    penalty = (Double) updater.compute(start, zeros, 0, 1, regParam)._2();
  }

  @Override
  public void step(double[] weights, double[] gradient) {
    if (steps == penalties.length) {
      penalties = Arrays.copyOf(penalties, 2 * steps);
    }
    penalties[steps++] = penalty;
    Tuple2<Vector, Object> result =
        updater.compute(
            Vectors.dense(weights.clone()), Vectors.dense(gradient), stepSize, steps, regParam);
    double[] moved = result._1().toArray();
    penalty = (Double) result._2();
    converged = hasConverged(weights, moved);
    System.arraycopy(moved, 0, weights, 0, weights.length);
  }

  /** Whether the last step was too short to go on. */
  boolean converged() {
    return converged;
  }

  /** The losses of the steps, each with the penalty before it. */
  double[] penalised(double[] losses) {
    double[] sums = losses.clone();
    for (int i = 0; i < Math.min(steps, sums.length); i++) {
      sums[i] += penalties[i];
    }
    return sums;
  }

  private boolean hasConverged(double[] before, double[] after) {
    double distance = Math.sqrt(Vectors.sqdist(Vectors.dense(before), Vectors.dense(after)));
    return distance < tolerance * Math.max(Vectors.norm(Vectors.dense(after), 2), 1);
  }
}
