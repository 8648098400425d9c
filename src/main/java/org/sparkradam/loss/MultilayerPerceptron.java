package org.sparkradam.loss;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.sparkradam.loss.kernel.Check;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.loss.kernel.Matrix;
import org.sparkradam.loss.kernel.Sigmoid;
import org.sparkradam.loss.kernel.Tile;
import org.sparkradam.loss.kernel.Workspace;

/**
 * A feed-forward network with sigmoid hidden layers, softmax on top and cross entropy, as Spark's
 * {@code MultilayerPerceptronClassifier}; labels are 0 … outputs - 1. Its gradient is found by
 * back-propagation: Rumelhart, Hinton &amp; Williams, <a
 * href="https://doi.org/10.1038/323533a0">"Learning representations by back-propagating
 * errors"</a>, Nature 323 (1986).
 *
 * <p>Weights, as in {@code MultilayerPerceptronClassificationModel}: layer after layer its inputs ×
 * units, input after input, then its biases.
 */
public final class MultilayerPerceptron extends TiledScoring {
  private static final long serialVersionUID = 1L;

  private final ArrayList<PerceptronLayer> layers = new ArrayList<>();

  /**
   * @param sizes of the layers, from the features to the classes; as in Spark at least two of them,
   *     each at least 1
   * @throws IllegalArgumentException if they are not, or the weights are more than an array can
   *     hold
   */
  public MultilayerPerceptron(List<Integer> sizes) {
    Check.atLeast("number of layers", sizes.size(), 2);
    int weights = 0;
    int units = 0;
    for (int i = 1; i < sizes.size(); i++) {
      int inputs = Check.atLeast("size of layer " + (i - 1), sizes.get(i - 1), 1);
      int outputs = Check.atLeast("size of layer " + i, sizes.get(i), 1);
      Check.count(weights + (inputs + 1L) * outputs);
      layers.add(new PerceptronLayer(inputs, outputs, weights, units));
      weights = layers.get(i - 1).end();
      units += outputs;
    }
  }

  @Override
  public int weightCount() {
    return top().end();
  }

  @Override
  public WeightLayout layout() {
    int units = layers.get(0).units();
    return new WeightLayout(features(), new int[] {units}, weightCount() - features() * units);
  }

  /** Of each layer its weights, then its biases. */
  @Override
  public int[] segments() {
    return layers.stream()
        .flatMapToInt(layer -> IntStream.of(layer.inputs() * layer.units(), layer.units()))
        .toArray();
  }

  @Override
  public MultilayerPerceptron withFeatures(int count) {
    List<Integer> sizes = new ArrayList<>(List.of(count));
    layers.forEach(layer -> sizes.add(layer.units()));
    return new MultilayerPerceptron(sizes);
  }

  @Override
  int features() {
    return layers.get(0).inputs();
  }

  @Override
  public int outputs() {
    return top().units();
  }

  @Override
  double score(Tile tile, double[] weights, Matrix margins, Workspace workspace, Kernel kernel) {
    double[] units = workspace.array(Workspace.Slot.ACTIVATIONS, size(tile));
    forward(tile, weights, units, workspace, kernel);
    Matrix scores = top().units(units, tile.rows());
    margins.copyTransposedFrom(scores);
    return differentiate(tile, scores, kernel);
  }

  @Override
  double add(Tile tile, double[] weights, double[] gradient, Workspace workspace, Kernel kernel) {
    double[] units = workspace.array(Workspace.Slot.ACTIVATIONS, size(tile));
    forward(tile, weights, units, workspace, kernel);
    double loss = differentiate(tile, top().units(units, tile.rows()), kernel);
    backward(tile, weights, units, gradient, workspace, kernel);
    return loss;
  }

  /** How many units all rows of a tile have. */
  private int size(Tile tile) {
    return tile.rows() * (top().unitsFrom() + top().units());
  }

  private void forward(
      Tile tile, double[] weights, double[] units, Workspace workspace, Kernel kernel) {
    for (int i = 0; i < layers.size(); i++) {
      PerceptronLayer layer = layers.get(i);
      Matrix outputs = layer.units(units, tile.rows());
      outputs.fillRowsWith(weights, layer.biasFrom());
      if (i == 0) {
        tile.addUnits(layer.weights(weights), outputs);
      } else {
        Matrix inputs = layers.get(i - 1).units(units, tile.rows());
        Sigmoid.apply(inputs, workspace);
        kernel.addProduct(inputs, layer.weights(weights), outputs, workspace);
      }
    }
  }

  /** Replaces the top layer's scores by the loss's derivatives; returns Σ weight·loss. */
  private double differentiate(Tile tile, Matrix scores, Kernel kernel) {
    int classes = scores.columns();
    double sum = 0;
    for (int row = 0; row < tile.rows(); row++) {
      int y = tile.classOf(row, classes);
      sum +=
          CrossEntropy.differentiate(
              scores.values(), scores.rowFrom(row), 1, classes, y, tile.weight(row), kernel);
    }
    return sum;
  }

  /** From the top layer's derivatives, which stand for its units, down to the first's. */
  private void backward(
      Tile tile,
      double[] weights,
      double[] units,
      double[] gradient,
      Workspace workspace,
      Kernel kernel) {
    double[] deltas = workspace.array(Workspace.Slot.DELTAS, size(tile));
    top().units(deltas, tile.rows()).copyFrom(top().units(units, tile.rows()));
    for (int i = layers.size() - 1; i >= 0; i--) {
      PerceptronLayer layer = layers.get(i);
      Matrix delta = layer.units(deltas, tile.rows());
      delta.addColumnSums(gradient, layer.biasFrom());
      if (i == 0) {
        tile.addUnitsGradient(delta, layer.weights(gradient));
      } else {
        Matrix inputs = layers.get(i - 1).units(units, tile.rows());
        kernel.addTransposedProduct(inputs, delta, layer.weights(gradient), workspace);
        Matrix below = layers.get(i - 1).units(deltas, tile.rows());
        below.fill(0);
        kernel.addProductWithTransposed(delta, layer.weights(weights), below, workspace);
        Sigmoid.multiplyByDerivative(below, inputs);
      }
    }
  }

  /** Uniform within ±2.4 / inputs by seed, biases too, as Spark's perceptron starts. */
  public double[] initialWeights(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] weights = new double[weightCount()];
    for (PerceptronLayer layer : layers) {
      for (int i = layer.weightsFrom(); i < layer.end(); i++) {
        weights[i] = (4.8 * random.nextDouble() - 2.4) / layer.inputs();
      }
    }
    return weights;
  }

  /** 1 for each weight of a unit, 0 for each bias, which no penalty should touch. */
  public double[] penaltyFactors() {
    double[] factors = new double[weightCount()];
    layers.forEach(layer -> Arrays.fill(factors, layer.weightsFrom(), layer.biasFrom(), 1));
    return factors;
  }

  private PerceptronLayer top() {
    return layers.get(layers.size() - 1);
  }

  @Override
  public String toString() {
    return "MultilayerPerceptron" + layers.stream().map(PerceptronLayer::units).toList();
  }

  /**
   * One affine layer's place among the weights, as Spark lays them out: inputs × units, input after
   * input, then one bias a unit.
   *
   * @param weightsFrom where its weights begin
   * @param unitsFrom how many units a row has in the layers below, the features not counted
   */
  private record PerceptronLayer(int inputs, int units, int weightsFrom, int unitsFrom)
      implements Serializable {

    Matrix weights(double[] all) {
      return new Matrix(all, weightsFrom, inputs, units);
    }

    int biasFrom() {
      return weightsFrom + inputs * units;
    }

    int end() {
      return biasFrom() + units;
    }

    /** This layer's part of an array that holds all layers' units of so many rows. */
    Matrix units(double[] all, int rows) {
      return new Matrix(all, rows * unitsFrom, rows, units);
    }
  }
}
