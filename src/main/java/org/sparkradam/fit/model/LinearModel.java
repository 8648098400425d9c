package org.sparkradam.fit.model;

import java.util.Arrays;
import org.sparkradam.loss.LinearLoss;
import org.sparkradam.loss.Scoring;
import org.sparkradam.loss.Term;
import org.sparkradam.train.evaluation.Metric;

/**
 * A linear model with intercepts; its weights are those of {@link LinearLoss}.
 *
 * @param kind its loss
 * @param features coefficients an output
 * @param classes classes of the label; 2 for everything but softmax
 */
public record LinearModel(LinearKind kind, int features, int classes) implements ModelSpec {
  /** Small beside coefficients on standardised columns, so that every start is near chance. */
  private static final double INITIAL_SCALE = 0.01;

  @Override
  public String title() {
    return "linear model";
  }

  @Override
  public Scoring loss() {
    return new LinearLoss(kind.marginLoss(classes), features, Term.FITTED);
  }

  @Override
  public LossName lossName() {
    return kind.lossName();
  }

  @Override
  public Metric metric() {
    return kind.metric();
  }

  /** Margins a row: one, or one a class with softmax. */
  public int outputs() {
    return kind == LinearKind.SOFTMAX ? classes : 1;
  }

  /** Normal coefficients of standard deviation 0.01 by seed; intercepts 0. */
  @Override
  public double[] initialWeights(long seed) {
    return InitialWeights.normal(weightCount(), INITIAL_SCALE, seed, this::isIntercept);
  }

  @Override
  public double[] penaltyFactors() {
    double[] factors = new double[weightCount()];
    Arrays.setAll(factors, i -> isIntercept(i) ? 0 : 1);
    return factors;
  }

  private int weightCount() {
    return Math.multiplyExact(outputs(), features + 1);
  }

  private boolean isIntercept(int index) {
    return index >= outputs() * features;
  }
}
