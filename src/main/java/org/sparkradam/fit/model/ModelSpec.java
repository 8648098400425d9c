package org.sparkradam.fit.model;

import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Model;
import org.sparkradam.loss.Scoring;
import org.sparkradam.train.evaluation.Metric;

/**
 * What is trained, with all that depends on it: who fits or compares models asks, and branches on
 * no kind of model.
 */
public interface ModelSpec {
  /** For people, such as "linear model". */
  String title();

  /** Features of a row. */
  int features();

  Scoring loss();

  LossName lossName();

  Metric metric();

  /** A new stage that trains it, its sizes set. */
  Estimator<?> stage();

  /** The weights that a comparison's training starts from, drawn by seed. */
  double[] initialWeights(long seed);

  /** 1 where a penalty counts a weight, 0 where it leaves it alone, such as an intercept. */
  double[] penaltyFactors();

  /**
   * What a comparison calls the weights that L-BFGS finds: only of a smooth convex loss they are
   * sure to be the optimum.
   */
  default String referenceName() {
    return "best by L-BFGS";
  }

  /** Its weights and gradient as MLlib's gradient descent has them, if it can train it. */
  default Optional<MllibLayout> mllib() {
    return Optional.empty();
  }

  /**
   * A linear model's weights as trained: a row an output, each of coefficients and an intercept
   * last. No rows of another model.
   *
   * @param trained by {@link #stage}
   */
  default List<double[]> coefficients(Model<?> trained) {
    return List.of();
  }
}
