package org.sparkradam.optim;

import java.util.Arrays;

/**
 * Some coordinates with all that a step needs of them, copied side by side into a thread's working
 * arrays, which stay in the processor's nearest cache. Every loop over them runs from 0 and looks
 * at one place of each array, as {@link StepArrays} asks for.
 *
 * <p>Used by one thread at a time.
 */
final class StepBlock {
  /** Nine arrays of 2 KiB. The weights' bits do not depend on it, those of a penalty's value do. */
  static final int SIZE = 256;

  private static final ThreadLocal<StepBlock> OF_THREAD = ThreadLocal.withInitial(StepBlock::new);

  /** Of the long arrays, where the block is a piece of them. */
  int from;

  int length;

  /** The mean gradient that the rule is to consume. */
  final double[] gradient = new double[SIZE];

  final double[] weights = new double[SIZE];

  /** What the rule multiplies a steady gradient by besides the rate. */
  final double[] scale = new double[SIZE];

  /** Of one kind of penalty. */
  final double[] factor = new double[SIZE];

  /** The decoupled decay, for a step that decays by itself. */
  final double[] decay = new double[SIZE];

  /** Gradient, weights, decay and what the rule remembers, for the rule. */
  private StepArrays arrays =
      new StepArrays(gradient, MeanGradient.SAME, weights, new double[2][SIZE], decay);

  private final double[] probe = new double[SIZE];
  private final double[] absolute = new double[SIZE];
  private final double[] squared = new double[SIZE];

  private StepBlock() {}

  /** The calling thread's, with nothing told of weights yet. */
  static StepBlock ofThread() {
    StepBlock block = OF_THREAD.get();
    Arrays.fill(block.probe, 0);
    Arrays.fill(block.absolute, 0);
    Arrays.fill(block.squared, 0);
    return block;
  }

  StepArrays arrays() {
    return arrays;
  }

  /** What the rule remembers, in the order of its names; with at least so many arrays. */
  double[][] state(int count) {
    if (arrays.state().length < count) {
      arrays = new StepArrays(gradient, MeanGradient.SAME, weights, new double[count][SIZE], decay);
    }
    return arrays.state();
  }

  /** Says which coordinates it is to hold. */
  void place(int first, int count) {
    from = first;
    length = count;
  }

  /** Copies some neighbours' weights, of which only the sums are asked for. */
  void loadWeights(double[] all, int first, int count) {
    place(first, count);
    System.arraycopy(all, first, weights, 0, count);
  }

  /** Remembers whether the block's weights are finite. */
  void probe() {
    for (int j = 0; j < length; j++) {
      probe[j] += 0 * weights[j];
    }
  }

  /** Adds f|θ| to the sums, of which each place of the block has its own. */
  void addAbsolute() {
    for (int j = 0; j < length; j++) {
      absolute[j] += factor[j] * Math.abs(weights[j]);
    }
  }

  /** Adds fθ² to the sums, of which each place of the block has its own. */
  void addSquared() {
    for (int j = 0; j < length; j++) {
      squared[j] += factor[j] * weights[j] * weights[j];
    }
  }

  /** λfθ joins the gradient. */
  void addWeights(double strength) {
    double[] gradients = gradient;
    double[] values = weights;
    double[] factors = factor;
    for (int j = 0; j < length; j++) {
      gradients[j] += strength * factors[j] * values[j];
    }
  }

  /**
   * θ ← θ - α λ f θ.
   *
   * @param strength α λ
   */
  void decay(double strength) {
    double[] values = weights;
    double[] factors = factor;
    for (int j = 0; j < length; j++) {
      values[j] -= strength * factors[j] * values[j];
    }
  }

  /**
   * θ ← sign(θ)·max(0, |θ| - α λ f s), s being each coordinate's scale.
   *
   * @param strength α λ
   */
  void shrink(double strength) {
    double[] values = weights;
    double[] factors = factor;
    double[] scales = scale;
    for (int j = 0; j < length; j++) {
      double threshold = strength * factors[j] * scales[j];
      values[j] = values[j] - Math.max(-threshold, Math.min(threshold, values[j]));
    }
  }

  /** What was seen since {@link #ofThread}. */
  WeightSums sums() {
    return new WeightSums(sum(probe), sum(absolute), sum(squared));
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
