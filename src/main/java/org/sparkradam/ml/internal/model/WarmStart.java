package org.sparkradam.ml.internal.model;

import java.util.Locale;

/** Looks whether a model can be what a fit starts from. */
public final class WarmStart {
  private WarmStart() {}

  /**
   * @param what there has to be the same number of, such as "features"
   * @throws IllegalArgumentException if the model has another number than the fit
   */
  public static void requireSame(String what, int ofModel, int ofFit) {
    if (ofModel != ofFit) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "initialModel must have %d %s, as the fit has, but has %d",
              ofFit,
              what,
              ofModel));
    }
  }

  /**
   * @throws IllegalArgumentException if a number of the model is infinite or none, as an intercept
   *     is that was trained on one class alone
   */
  public static void requireFinite(double[] coefficients, double... intercepts) {
    for (double[] numbers : new double[][] {coefficients, intercepts}) {
      for (double number : numbers) {
        if (!Double.isFinite(number)) {
          throw new IllegalArgumentException(
              "initialModel must have finite coefficients and intercepts, but has " + number);
        }
      }
    }
  }
}
