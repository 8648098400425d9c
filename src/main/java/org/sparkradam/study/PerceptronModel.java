package org.sparkradam.study;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.sparkradam.loss.MultilayerPerceptron;
import org.sparkradam.loss.Scoring;
import org.sparkradam.train.evaluation.Metric;

/**
 * A multilayer perceptron with sigmoid hidden layers and softmax.
 *
 * @param layers sizes from the features to the classes
 */
public record PerceptronModel(List<Integer> layers) implements StudyModel {
  public PerceptronModel {
    layers = List.copyOf(layers);
  }

  @Override
  public String title() {
    return "perceptron of layers " + layers;
  }

  @Override
  public int features() {
    return layers.get(0);
  }

  @Override
  public Scoring loss() {
    return new MultilayerPerceptron(layers);
  }

  @Override
  public LossName lossName() {
    return LossName.LOG_LOSS;
  }

  @Override
  public Metric metric() {
    return layers.get(layers.size() - 1) == 2 ? Metric.AUC : Metric.ACCURACY;
  }

  /** Uniform within ±2.4 / inputs, biases too, as Spark's perceptron starts. */
  @Override
  public double[] initialWeights(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] weights = new double[loss().weightCount()];
    int next = 0;
    for (int layer = 1; layer < layers.size(); layer++) {
      int inputs = layers.get(layer - 1);
      int end = next + (inputs + 1) * layers.get(layer);
      for (; next < end; next++) {
        weights[next] = (4.8 * random.nextDouble() - 2.4) / inputs;
      }
    }
    return weights;
  }

  /** All but the biases, which come last in each layer. */
  @Override
  public double[] penaltyFactors() {
    double[] factors = new double[loss().weightCount()];
    int next = 0;
    for (int layer = 1; layer < layers.size(); layer++) {
      int weights = layers.get(layer - 1) * layers.get(layer);
      Arrays.fill(factors, next, next + weights, 1);
      next += weights + layers.get(layer);
    }
    return factors;
  }
}
