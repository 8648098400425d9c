package org.sparkradam.mllib;

import java.util.Arrays;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.optimization.Updater;
import org.sparkradam.optim.GradientClip;
import org.sparkradam.optim.StepOutcome;
import org.sparkradam.train.WeightStepper;
import scala.Tuple2;

/**
 * Steps with any MLlib {@code Updater}, by the conventions of {@code GradientDescent}: after the
 * last iteration there is one more step, which only tells the loss, and the first iteration is
 * never taken for convergence.
 */
final class UpdaterStepper implements WeightStepper {
  private final Updater updater;
  private final double stepSize;
  private final double regParam;
  private final int iterations;
  private final double tolerance;

  /** The penalty before each step. */
  private double[] penalties = new double[64];

  private int steps;
  private double penalty;
  private boolean finished;

  /** Probes the updater, as {@code GradientDescent} does, for the penalty at the start. */
  UpdaterStepper(
      Updater updater,
      double stepSize,
      double regParam,
      Vector start,
      int iterations,
      double tolerance) {
    this.updater = updater;
    this.stepSize = stepSize;
    this.regParam = regParam;
    this.iterations = iterations;
    this.tolerance = tolerance;
    Vector zeros = Vectors.zeros(start.size());
    penalty = (Double) updater.compute(start, zeros, 0, 1, regParam)._2();
  }

  @Override
  public StepOutcome step(double[] weights, double[] gradientSum, double rowWeight) {
    if (steps == penalties.length) {
      penalties = Arrays.copyOf(penalties, 2 * steps);
    }
    penalties[steps++] = penalty;
    if (steps > iterations) {
      finished = true;
    } else {
      GradientClip.none().toMean(gradientSum, rowWeight);
      update(weights, gradientSum);
    }
    return StepOutcome.at(weights).withPenalty(penalty);
  }

  private void update(double[] weights, double[] gradient) {
    Tuple2<Vector, Object> result =
        updater.compute(
            Vectors.dense(weights.clone()), Vectors.dense(gradient), stepSize, steps, regParam);
    double[] moved = result._1().toArray();
    penalty = (Double) result._2();
    finished = steps > 1 && hasConverged(weights, moved);
    System.arraycopy(moved, 0, weights, 0, weights.length);
  }

  /** Whether the iterations are used up, or the last one moved the weights too little to go on. */
  boolean finished() {
    return finished;
  }

  /** The losses of the steps, each with the penalty before it. */
  double[] penalised(double[] losses) {
    double[] sums = losses.clone();
    for (int i = 0; i < sums.length; i++) {
      sums[i] += i < steps ? penalties[i] : penalty;
    }
    return sums;
  }

  private boolean hasConverged(double[] before, double[] after) {
    double distance = Math.sqrt(Vectors.sqdist(Vectors.dense(before), Vectors.dense(after)));
    return distance < tolerance * Math.max(Vectors.norm(Vectors.dense(after), 2), 1);
  }
}
