package org.sparkradam.loss;

import org.sparkradam.block.BlockLayout;

/** In which order a linear model's weights begin with its coefficients, outputs × features. */
public enum CoefficientOrder {
  /** Output after output, as kernels multiply dense rows. */
  BY_OUTPUT {
    @Override
    public int index(int output, int feature, int outputs, int features) {
      return output * features + feature;
    }

    @Override
    Scoring loss(LinearLoss byOutput) {
      return byOutput;
    }
  },

  /** Feature after feature: a sparse row's entry finds those of all outputs side by side. */
  BY_FEATURE {
    @Override
    public int index(int output, int feature, int outputs, int features) {
      return feature * outputs + output;
    }

    @Override
    Scoring loss(LinearLoss byOutput) {
      return new LinearByFeature(byOutput);
    }
  };

  /** What suits rows that are stored so. */
  public static CoefficientOrder of(BlockLayout layout) {
    return layout == BlockLayout.SPARSE ? BY_FEATURE : BY_OUTPUT;
  }

  /** Where in the weights a coefficient is. */
  public abstract int index(int output, int feature, int outputs, int features);

  abstract Scoring loss(LinearLoss byOutput);

  /**
   * Weights in this order; what follows the coefficients stays where it is.
   *
   * @param byOutput in {@link #BY_OUTPUT}
   */
  public double[] of(double[] byOutput, int outputs, int features) {
    double[] ordered = byOutput.clone();
    for (int output = 0; output < outputs; output++) {
      for (int feature = 0; feature < features; feature++) {
        int at = index(output, feature, outputs, features);
        ordered[at] = byOutput[BY_OUTPUT.index(output, feature, outputs, features)];
      }
    }
    return ordered;
  }

  /** Weights in {@link #BY_OUTPUT}, of those in this order. */
  public double[] byOutput(double[] ordered, int outputs, int features) {
    double[] byOutput = ordered.clone();
    for (int output = 0; output < outputs; output++) {
      for (int feature = 0; feature < features; feature++) {
        int at = BY_OUTPUT.index(output, feature, outputs, features);
        byOutput[at] = ordered[index(output, feature, outputs, features)];
      }
    }
    return byOutput;
  }

  /**
   * A linear model's loss with weights in this order; after the coefficients they are those of
   * {@link LinearLoss}.
   *
   * @throws IllegalArgumentException as {@link LinearLoss}
   */
  public Scoring loss(MarginLoss loss, int features, Term intercept) {
    LinearLoss byOutput = new LinearLoss(loss, features, intercept);
    return loss.outputs() == 1 ? byOutput : loss(byOutput);
  }
}
