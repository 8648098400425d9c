package org.sparkradam.fit.model;

import org.apache.spark.ml.Estimator;
import org.sparkradam.loss.FactorizationMachine;
import org.sparkradam.loss.Scoring;
import org.sparkradam.loss.Term;
import org.sparkradam.ml.MiniBatchFMClassifier;
import org.sparkradam.ml.MiniBatchFMRegressor;
import org.sparkradam.train.evaluation.Metric;

/**
 * A factorization machine with linear terms and an intercept.
 *
 * @param kind LOGISTIC for two classes, SQUARED for numbers
 * @param features of a row
 * @param factorSize length of each feature's vector
 */
public record FactorizationModel(LinearKind kind, int features, int factorSize)
    implements ModelSpec {
  /** That of Spark's {@code FMClassifier}. */
  private static final double INITIAL_SCALE = 0.01;

  @Override
  public String title() {
    return "factorization machine";
  }

  @Override
  public Scoring loss() {
    return machine();
  }

  @Override
  public Estimator<?> stage() {
    return lossName().isInSquaredUnit()
        ? new MiniBatchFMRegressor().setFactorSize(factorSize)
        : new MiniBatchFMClassifier().setFactorSize(factorSize);
  }

  private FactorizationMachine machine() {
    return new FactorizationMachine(
        kind.marginLoss(2), features, factorSize, Term.FITTED, Term.FITTED);
  }

  @Override
  public LossName lossName() {
    return kind.lossName();
  }

  @Override
  public Metric metric() {
    return kind.metric();
  }

  /** Normal factors of standard deviation 0.01 by seed; linear weights and intercept 0. */
  @Override
  public double[] initialWeights(long seed) {
    return machine().initialWeights(seed, INITIAL_SCALE);
  }

  /** All but the intercept. */
  @Override
  public double[] penaltyFactors() {
    return machine().penaltyFactors();
  }
}
