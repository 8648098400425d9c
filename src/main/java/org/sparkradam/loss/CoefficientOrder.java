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

  /** Margin after margin, M × features: for dense rows, whose kernels multiply matrices. */
  static final class ByOutput implements JointCoefficients {
    private final double[][] gradients;
    private final int length;
    private final Matrix coefficients;
    private final Matrix sums;

    /** The first {@code outputs} × {@code features} entries of each vector are its coefficients. */
    ByOutput(
        double[][] weights, double[][] gradients, int outputs, int features, Workspace workspace) {
      this.gradients = gradients;
      this.length = outputs * features;
      int margins = weights.length * outputs;
      this.coefficients = workspace.matrix(Workspace.Slot.COEFFICIENTS, margins, features);
      this.sums = workspace.matrix(Workspace.Slot.COEFFICIENTS_GRADIENT, margins, features);
      for (int k = 0; k < weights.length; k++) {
        System.arraycopy(weights[k], 0, coefficients.values(), k * length, length);
        System.arraycopy(gradients[k], 0, sums.values(), k * length, length);
      }
    }

    @Override
    public void setMargins(Tile tile, double[] constants, Matrix margins) {
      margins.fillRows(constants);
      tile.addMargins(coefficients, margins);
    }

    @Override
    public void addGradient(Tile tile, Matrix multipliers) {
      tile.addGradient(multipliers, sums);
    }

    @Override
    public void end() {
      for (int k = 0; k < gradients.length; k++) {
        System.arraycopy(sums.values(), k * length, gradients[k], 0, length);
      }
    }
  }

  /**
   * Feature after feature, features × M and what fills up a kernel's vectors: for sparse rows, each
   * entry of which then finds the coefficients of all margins side by side.
   */
  static final class ByFeature implements JointCoefficients {
    /** So many features' coefficients are transposed at a time, few enough for the first cache. */
    private static final int RUN = 256;

    private final double[][] gradients;
    private final int outputs;
    private final int margins;
    private final Matrix coefficients;
    private final Matrix sums;
    private final Workspace workspace;

    /** The first {@code outputs} × {@code features} entries of each vector are its coefficients. */
    ByFeature(
        double[][] weights,
        double[][] gradients,
        int outputs,
        int features,
        Kernel kernel,
        Workspace workspace) {
      this.gradients = gradients;
      this.outputs = outputs;
      this.workspace = workspace;
      int margins = weights.length * outputs;
      int columns = kernel.sparseColumns(margins);
      this.margins = margins;
      this.coefficients = workspace.matrix(Workspace.Slot.COEFFICIENTS, features, columns);
      this.sums = workspace.matrix(Workspace.Slot.COEFFICIENTS_GRADIENT, features, columns);
      coefficients.clearColumns(margins);
      sums.clearColumns(margins);
      transpose(weights, coefficients::setColumn);
      transpose(gradients, sums::setColumn);
    }

    /** Takes part of a column, between two features, from or to a place in a vector. */
    private interface ColumnCopy {
      void copy(int margin, int feature, int end, double[] vector, int vectorFrom);
    }

    private void transpose(double[][] vectors, ColumnCopy copy) {
      int features = sums.rows();
      for (int feature = 0; feature < features; feature += RUN) {
        int end = Math.min(features, feature + RUN);
        for (int margin = 0; margin < margins; margin++) {
          int from = margin % outputs * features + feature;
          copy.copy(margin, feature, end, vectors[margin / outputs], from);
        }
      }
    }

    @Override
    public void setMargins(Tile tile, double[] constants, Matrix margins) {
      tile.setMarginsByFeature(constants, coefficients, margins, workspace);
    }

    @Override
    public void addGradient(Tile tile, Matrix multipliers) {
      tile.addGradientByFeature(multipliers, sums, workspace);
    }

    @Override
    public void end() {
      transpose(gradients, sums::copyColumn);
    }
  }
}
