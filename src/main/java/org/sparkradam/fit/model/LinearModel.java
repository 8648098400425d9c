package org.sparkradam.fit.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Model;
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

  @Override
  public Estimator<?> stage() {
    return kind.stage();
  }

  @Override
  public String referenceName() {
    return kind.referenceName();
  }

  @Override
  public Optional<MllibLayout> mllib() {
    return Optional.of(new MllibLayout(this));
  }

  @Override
  public List<double[]> coefficients(Model<?> trained) {
    return kind.coefficients(trained);
  }

  /** Margins a row: one, or one a class with softmax. */
  public int outputs() {
    return kind.outputs(classes);
  }

  /** Normal coefficients of standard deviation 0.01 by seed; intercepts 0. */
  @Override
  public double[] initialWeights(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] weights = new double[weightCount()];
    Arrays.setAll(weights, i -> isIntercept(i) ? 0 : INITIAL_SCALE * random.nextGaussian());
    return weights;
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
