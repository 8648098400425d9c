package org.sparkradam.ml;

import java.util.Arrays;
import java.util.Locale;
import org.apache.spark.ml.classification.MultilayerPerceptronClassificationModel;
import org.sparkradam.loss.MultilayerPerceptron;

/**
 * Where a perceptron starts.
 *
 * @param model to go on from, or null
 * @param weights on raw features to start from if there is no model, or null: drawn by seed
 */
record PerceptronStart(MultilayerPerceptronClassificationModel model, double[] weights) {
  /**
   * @throws IllegalArgumentException if the start does not fit the layers
   */
  void check(int[] layers) {
    if (model != null && !Arrays.equals(model.getLayers(), layers)) {
      throw new IllegalArgumentException(
          "layers must be %s as in the initial model, but were %s"
              .formatted(Arrays.toString(model.getLayers()), Arrays.toString(layers)));
    }
    int count = new MultilayerPerceptron(Arrays.stream(layers).boxed().toList()).weightCount();
    if (weights != null && weights.length != count) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "initialWeights must be %d with layers %s, but were %d",
              count,
              Arrays.toString(layers),
              weights.length));
    }
  }

  /** Weights on standardised features. */
  double[] weights(MultilayerPerceptron loss, long seed, FirstLayer first, LabelClasses classes) {
    double[] given = model != null ? model.weights().toArray() : weights;
    return given != null
        ? first.centring().toCentred(first.toScaled(given))
        : drawn(loss, seed, classes);
  }

  /** The top biases say how frequent the classes are. */
  private static double[] drawn(MultilayerPerceptron loss, long seed, LabelClasses classes) {
    double[] weights = loss.initialWeights(seed);
    double[] priors = classes.logPriors();
    int biasFrom = weights.length - loss.outputs();
    Arrays.fill(weights, biasFrom, weights.length, 0);
    System.arraycopy(priors, 0, weights, biasFrom, priors.length);
    return weights;
  }
}
