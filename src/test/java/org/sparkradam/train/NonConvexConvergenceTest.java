package org.sparkradam.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.ml.classification.FMClassificationModel;
import org.apache.spark.ml.classification.FMClassifier;
import org.apache.spark.ml.classification.MultilayerPerceptronClassifier;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.regression.FMRegressionModel;
import org.apache.spark.ml.regression.FMRegressor;
import org.junit.jupiter.api.Test;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.loss.BlockLoss;
import org.sparkradam.loss.FactorizationMachine;
import org.sparkradam.loss.Logistic;
import org.sparkradam.loss.MarginLoss;
import org.sparkradam.loss.MultilayerPerceptron;
import org.sparkradam.loss.Squared;
import org.sparkradam.loss.Term;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Penalty;
import org.sparkradam.optim.RAdam;
import org.sparkradam.optim.Schedules;

/** Where there are many minima, ours is no worse than that of Spark's trainers. */
class NonConvexConvergenceTest {
  private static final int FEATURES = LinearRows.FEATURES;
  private static final int FACTORS = 3;
  private static final int STEPS = 400;
  private static final List<Integer> LAYERS = List.of(FEATURES, 3, 2);

  @Test
  void factorizationMachineForClasses() {
    LinearRows rows = LinearRows.products(1000);
    FMClassificationModel model =
        new FMClassifier()
            .setFactorSize(FACTORS)
            .setStepSize(0.1)
            .setMaxIter(STEPS)
            .setTol(1e-10)
            .setSeed(1)
            .fit(rows.table());
    assertNoWorse(
        rows, new Logistic(), weights(model.factors(), model.linear(), model.intercept()));
  }

  @Test
  void factorizationMachineForNumbers() {
    LinearRows rows = LinearRows.numbers(1000).sparse();
    FMRegressionModel model =
        new FMRegressor()
            .setFactorSize(FACTORS)
            .setStepSize(0.1)
            .setMaxIter(STEPS)
            .setTol(1e-10)
            .setSeed(1)
            .fit(rows.table());
    assertNoWorse(rows, new Squared(), weights(model.factors(), model.linear(), model.intercept()));
  }

  /** The best of some starts, the same for both, since a start decides which minimum is near. */
  @Test
  void perceptron() {
    LinearRows rows = LinearRows.products(600);
    try (ShuffledBlocks blocks = rows.blocks()) {
      FullBatch batch = new FullBatch(blocks, new MultilayerPerceptron(LAYERS));
      List<double[]> starts =
          IntStream.range(0, 3).mapToObj(seed -> gaussian(batch.loss(), seed, 0.5)).toList();
      Optimizer optimizer =
          Optimizer.of(RAdam.defaults().withBeta2(0.9), 0.1).withSchedule(Schedules.cosine(600, 0));
      double ours = lowest(batch, batch.train(600, optimizer, starts));
      double spark = lowest(batch, starts.stream().map(start -> perceptron(rows, start)).toList());
      assertThat(ours).isLessThanOrEqualTo(spark);
    }
  }

  private static double lowest(FullBatch batch, List<double[]> weights) {
    return weights.stream()
        .mapToDouble(w -> batch.objective(Penalty.none(), w))
        .min()
        .orElseThrow();
  }

  private static void assertNoWorse(LinearRows rows, MarginLoss loss, double[] spark) {
    try (ShuffledBlocks blocks = rows.blocks()) {
      FullBatch batch =
          new FullBatch(
              blocks, new FactorizationMachine(loss, FEATURES, FACTORS, Term.FITTED, Term.FITTED));
      Optimizer optimizer =
          Optimizer.of(RAdam.defaults().withBeta2(0.9), 0.3)
              .withSchedule(Schedules.cosine(STEPS, 0));
      List<double[]> starts = List.of(gaussian(batch.loss(), 1, 0.01));
      double ours = lowest(batch, batch.train(STEPS, optimizer, starts));
      // Both may be at the minimum, and differ there by how they round.
      assertThat(ours).isLessThanOrEqualTo(lowest(batch, List.of(spark)) + 1e-9);
    }
  }

  private static double[] gaussian(BlockLoss loss, long seed, double deviation) {
    Random random = new Random(seed);
    return IntStream.range(0, loss.weightCount())
        .mapToDouble(i -> deviation * random.nextGaussian())
        .toArray();
  }

  private static double[] perceptron(LinearRows rows, double[] start) {
    return new MultilayerPerceptronClassifier()
        .setLayers(LAYERS.stream().mapToInt(Integer::intValue).toArray())
        .setInitialWeights(Vectors.dense(start))
        .setSolver("l-bfgs")
        .setTol(1e-9)
        .setMaxIter(500)
        .fit(rows.table())
        .weights()
        .toArray();
  }

  private static double[] weights(Matrix factors, Vector linear, double intercept) {
    double[] weights = new double[FEATURES * FACTORS + FEATURES + 1];
    for (int j = 0; j < FEATURES; j++) {
      for (int f = 0; f < FACTORS; f++) {
        weights[j * FACTORS + f] = factors.apply(j, f);
      }
      weights[FEATURES * FACTORS + j] = linear.apply(j);
    }
    weights[weights.length - 1] = intercept;
    return weights;
  }
}
