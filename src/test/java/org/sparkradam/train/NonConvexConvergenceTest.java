package org.sparkradam.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.ml.classification.MultilayerPerceptronClassifier;
import org.apache.spark.ml.linalg.Vectors;
import org.junit.jupiter.api.Test;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.loss.BlockLoss;
import org.sparkradam.loss.MultilayerPerceptron;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Penalty;
import org.sparkradam.optim.RAdam;
import org.sparkradam.optim.Schedules;

/**
 * Where there are many minima, ours is no worse than that of Spark's trainers. Factorization
 * machines have the stages' own test.
 */
class NonConvexConvergenceTest {
  private static final int FEATURES = LinearRows.FEATURES;
  private static final List<Integer> LAYERS = List.of(FEATURES, 3, 2);

  /** The best of some starts, the same for both, since a start decides which minimum is near. */
  @Test
  void perceptron() {
    LinearRows rows = LinearRows.products(600);
    try (ShuffledBlocks blocks = rows.blocksOnDriver()) {
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
        .setMaxIter(200)
        .fit(rows.table())
        .weights()
        .toArray();
  }
}
