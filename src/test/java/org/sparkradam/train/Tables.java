package org.sparkradam.train;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.sparkradam.block.IngestSettings;
import org.sparkradam.block.LabeledRow;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.testing.LocalSpark;

/** Small tables drawn from a seed, as cached blocks. */
final class Tables {
  static final int FEATURES = 5;
  static final int CHUNKS = 6;

  private Tables() {}

  /** Two classes, 0 and 1. */
  static ShuffledBlocks classes(int rows, DoubleUnaryOperator weightOfRow) {
    Random random = new Random(3);
    return blocks(
        IntStream.range(0, rows).mapToObj(i -> row(random, weightOfRow.applyAsDouble(i))).toList());
  }

  static ShuffledBlocks classes(int rows) {
    return classes(rows, row -> 1);
  }

  /** Few active features among many. */
  static ShuffledBlocks wide(int rows, int features) {
    Random random = new Random(4);
    return blocks(
        IntStream.range(0, rows)
            .mapToObj(i -> new LabeledRow(random.nextInt(2), 1, sparse(random, features)))
            .toList());
  }

  private static ShuffledBlocks blocks(List<LabeledRow> rows) {
    return ShuffledBlocks.ingest(
        LocalSpark.context().parallelize(rows, 3), IngestSettings.of(1).withChunks(CHUNKS));
  }

  private static LabeledRow row(Random random, double weight) {
    double[] features = random.doubles(FEATURES, -1, 1).toArray();
    double margin = features[0] - 2 * features[1] + 0.5 * random.nextGaussian();
    return new LabeledRow(margin > 0 ? 1 : 0, weight, Vectors.dense(features));
  }

  private static Vector sparse(Random random, int features) {
    int[] indices = random.ints(0, features).distinct().limit(20).sorted().toArray();
    return Vectors.sparse(features, indices, random.doubles(indices.length, -1, 1).toArray());
  }
}
