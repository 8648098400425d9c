package org.sparkradam.study;

import java.io.Serializable;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.spark.mllib.optimization.Gradient;

/**
 * What is trained: a linear model in MLlib's layout of weights, one row of coefficients an output,
 * the intercept last in each row.
 *
 * @param loss its loss
 * @param features coefficients an output, without the intercept
 * @param classes classes of the label; 2 for everything but softmax
 */
public record LinearModel(LinearLoss loss, int features, int classes) implements Serializable {
  /** Small beside coefficients on standardised columns, so that every start is near chance. */
  private static final double INITIAL_SCALE = 0.01;

  /** Margins a row: one, or classes - 1 with softmax. */
  public int outputs() {
    return loss == LinearLoss.SOFTMAX ? classes - 1 : 1;
  }

  /** Weights an output, the intercept among them. */
  public int stride() {
    return features + 1;
  }

  public int weightCount() {
    return Math.multiplyExact(outputs(), stride());
  }

  public Gradient gradient() {
    return loss.gradient(classes);
  }

  /** Normal coefficients of standard deviation 0.01 by seed; intercepts 0. */
  public double[] initialWeights(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] weights = new double[weightCount()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = isIntercept(i) ? 0 : INITIAL_SCALE * random.nextGaussian();
    }
    return weights;
  }

  /** 1 a coefficient, 0 an intercept: what a penalty counts. */
  public double[] penaltyFactors() {
    double[] factors = new double[weightCount()];
    Arrays.setAll(factors, i -> isIntercept(i) ? 0 : 1);
    return factors;
  }

  private boolean isIntercept(int index) {
    return index % stride() == features;
  }
}
