package org.sparkradam.mllib;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.optimization.Gradient;
import org.apache.spark.mllib.regression.LabeledPoint;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.RuleState;

/**
 * MLlib's gradient descent as a plain Java loop without Spark jobs: MLlib's own gradients, summed
 * row by row, and our rules.
 */
public record PlainDescent(Gradient gradient, Optimizer optimizer, int iterations) {
  /** Final weights, and the loss with its penalty before each step and after the last one. */
  public record Result(double[] weights, double[] losses) {}

  public Result fullBatch(double[] initial, List<LabeledPoint> rows) {
    return run(initial, iteration -> rows);
  }

  /**
   * @param minibatches the rows of an iteration, from 1; where there are none, no step is taken
   */
  public Result run(double[] initial, IntFunction<List<LabeledPoint>> minibatches) {
    double[] weights = initial.clone();
    RuleState state = optimizer.start(weights.length);
    List<Double> losses = new ArrayList<>();
    for (int iteration = 1; iteration <= iterations + 1; iteration++) {
      List<LabeledPoint> rows = minibatches.apply(iteration);
      if (!rows.isEmpty()) {
        double[] mean = new double[weights.length];
        double loss = meanInto(mean, weights, rows);
        losses.add(loss + optimizer.penalty().value(weights));
        if (iteration <= iterations) {
          optimizer.step(state, weights, mean);
        }
      }
    }
    return new Result(weights, losses.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Leaves the mean gradient in the array and returns the mean loss. */
  private double meanInto(double[] mean, double[] weights, List<LabeledPoint> rows) {
    Vector sum = Vectors.dense(mean);
    Vector at = Vectors.dense(weights);
    double loss = 0;
    for (LabeledPoint row : rows) {
      loss += gradient.compute(row.features(), row.label(), at, sum);
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= rows.size();
    }
    return loss / rows.size();
  }
}
