package org.sparkradam.fit.model;

import java.util.Arrays;
import org.apache.spark.mllib.optimization.Gradient;

/**
 * A linear model's weights as MLlib's gradients have them: one row of coefficients an output, the
 * intercept last in each row; of k classes k - 1 outputs, class 0 being the pivot whose margin is
 * 0.
 */
public record MllibLayout(LinearModel model) {
  /** Of the same loss. */
  public Gradient gradient() {
    return model.kind().gradient(model.classes());
  }

  /** Weights in this layout. */
  public int weightCount() {
    return Math.multiplyExact(outputs(), stride());
  }

  /** The same margins from weights in this layout, but for what all classes share. */
  public double[] fromModel(double[] weights) {
    double[] rows = new double[weightCount()];
    Arrays.setAll(
        rows,
        i -> at(weights, i / stride() + pivots(), i % stride()) - pivot(weights, i % stride()));
    return rows;
  }

  /** The same margins from weights in the model's layout. */
  public double[] toModel(double[] rows) {
    int outputs = model.outputs();
    double[] weights = new double[outputs * stride()];
    for (int i = 0; i < rows.length; i++) {
      weights[index(i / stride() + pivots(), i % stride())] = rows[i];
    }
    return weights;
  }

  /** 1 a coefficient, 0 an intercept: what a penalty counts. */
  public double[] penaltyFactors() {
    double[] factors = new double[weightCount()];
    Arrays.setAll(factors, i -> i % stride() == model.features() ? 0 : 1);
    return factors;
  }

  private int outputs() {
    return model.outputs() - pivots();
  }

  private int pivots() {
    return model.outputs() > 1 ? 1 : 0;
  }

  private int stride() {
    return model.features() + 1;
  }

  private double pivot(double[] weights, int column) {
    return pivots() == 0 ? 0 : at(weights, 0, column);
  }

  private double at(double[] weights, int output, int column) {
    return weights[index(output, column)];
  }

  /** Where the model has a feature's coefficient, or after the last one the intercept. */
  private int index(int output, int column) {
    int features = model.features();
    return column == features ? model.outputs() * features + output : output * features + column;
  }
}
