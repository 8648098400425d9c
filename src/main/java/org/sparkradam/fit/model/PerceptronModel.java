package org.sparkradam.fit.model;

import java.util.List;
import org.apache.spark.ml.Estimator;
import org.sparkradam.loss.MultilayerPerceptron;
import org.sparkradam.loss.Scoring;
import org.sparkradam.ml.MiniBatchMultilayerPerceptronClassifier;
import org.sparkradam.train.evaluation.Metric;

/**
 * A multilayer perceptron with sigmoid hidden layers and softmax.
 *
 * @param layers sizes from the features to the classes
 */
public record PerceptronModel(List<Integer> layers) implements ModelSpec {
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

  @Override
  public Estimator<?> stage() {
    int[] sizes = layers.stream().mapToInt(Integer::intValue).toArray();
    return new MiniBatchMultilayerPerceptronClassifier().setLayers(sizes);
  }

  @Override
  public double[] initialWeights(long seed) {
    return new MultilayerPerceptron(layers).initialWeights(seed);
  }

  @Override
  public double[] penaltyFactors() {
    return new MultilayerPerceptron(layers).penaltyFactors();
  }
}
