package org.sparkradam.study;

import java.util.Arrays;
import org.sparkradam.loss.FactorizationMachine;
import org.sparkradam.loss.Scoring;
import org.sparkradam.loss.Term;
import org.sparkradam.train.evaluation.Metric;

/**
 * A factorization machine with linear terms and an intercept.
 *
 * @param kind LOGISTIC for two classes, SQUARED for numbers
 * @param features of a row
 * @param factorSize length of each feature's vector
 */
public record FactorizationModel(LinearKind kind, int features, int factorSize)
    implements StudyModel {
  /** That of Spark's {@code FMClassifier}. */
  private static final double INITIAL_SCALE = 0.01;

  @Override
  public String title() {
    return "factorization machine";
  }

  @Override
  public Scoring loss() {
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
    return InitialWeights.normal(
        loss().weightCount(), INITIAL_SCALE, seed, i -> i >= features * factorSize);
  }

  /** All but the intercept, which comes last. */
  @Override
  public double[] penaltyFactors() {
    double[] factors = new double[loss().weightCount()];
    Arrays.fill(factors, 0, factors.length - 1, 1);
    return factors;
  }
}
