package org.sparkradam.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.classification.FMClassificationModel;
import org.apache.spark.ml.classification.MultilayerPerceptronClassificationModel;
import org.apache.spark.ml.linalg.DenseMatrix;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.regression.FMRegressionModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkradam.loss.kernel.Kernel;

/** Spark's models take our weights as they are and predict what our losses reckon with. */
class SparkModelsTest {
  private static final int FEATURES = 6;
  private static final int FACTORS = 4;
  private static final double[][] ROWS = Blocks.values(1, 50, FEATURES);
  private static final Kernel KERNEL = Kernel.ofThisJvm();

  private static GradientSums sums(BlockLoss loss, double[] row, double label, double[] weights) {
    return Sums.of(
        loss, Blocks.dense(new double[][] {row}, new double[] {label}, null), KERNEL, weights);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void perceptronsPredictTheSameProbabilities(int hiddenLayers) {
    List<Integer> sizes =
        List.of(List.of(FEATURES, 3), List.of(FEATURES, 8, 3), List.of(FEATURES, 5, 4, 3))
            .get(hiddenLayers);
    MultilayerPerceptron loss = new MultilayerPerceptron(sizes);
    double[] weights = Blocks.gaussians(2, loss.weightCount());
    MultilayerPerceptronClassificationModel model =
        new MultilayerPerceptronClassificationModel("perceptron", Vectors.dense(weights));
    model.set(model.layers(), sizes.stream().mapToInt(Integer::intValue).toArray());
    for (double[] row : ROWS) {
      Vector probabilities = model.predictProbability(Vectors.dense(row));
      for (int y = 0; y < 3; y++) {
        double probability = Math.exp(-sums(loss, row, y, weights).losses()[0]);
        assertThat(probability).isCloseTo(probabilities.apply(y), within(1e-12));
      }
    }
  }

  /** With the label 0 the derivative by the intercept is the prediction. */
  @Test
  void factorizationMachinesRegressTheSame() {
    BlockLoss loss =
        new FactorizationMachine(new Squared(), FEATURES, FACTORS, Term.FITTED, Term.FITTED);
    double[] weights = Blocks.gaussians(3, loss.weightCount());
    FMRegressionModel model =
        new FMRegressionModel("fm", weights[weights.length - 1], linear(weights), factors(weights));
    for (double[] row : ROWS) {
      double expected = model.predict(Vectors.dense(row));
      double prediction = last(sums(loss, row, 0, weights).gradients()[0]);
      assertThat(prediction).isCloseTo(expected, within(1e-12 * (1 + Math.abs(expected))));
    }
  }

  @Test
  void factorizationMachinesClassifyTheSame() {
    BlockLoss loss =
        new FactorizationMachine(new Logistic(), FEATURES, FACTORS, Term.FITTED, Term.FITTED);
    double[] weights = Blocks.gaussians(4, loss.weightCount());
    FMClassificationModel model =
        new FMClassificationModel("fm", last(weights), linear(weights), factors(weights));
    for (double[] row : ROWS) {
      double expected = model.predictProbability(Vectors.dense(row)).apply(1);
      double probability = last(sums(loss, row, 0, weights).gradients()[0]);
      assertThat(probability).isCloseTo(expected, within(1e-12));
    }
  }

  private static double last(double[] weights) {
    return weights[weights.length - 1];
  }

  private static Vector linear(double[] weights) {
    int from = FEATURES * FACTORS;
    return Vectors.dense(Arrays.copyOfRange(weights, from, from + FEATURES));
  }

  private static DenseMatrix factors(double[] weights) {
    return new DenseMatrix(FEATURES, FACTORS, Arrays.copyOf(weights, FEATURES * FACTORS), true);
  }
}
