package org.sparkradam.benchmark;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.sparkradam.block.DenseBlock;
import org.sparkradam.block.SparseBlock;

/** Blocks of drawn rows, for measurements without Spark: values and weights uniform around 0. */
final class BenchmarkBlocks {
  private static final long SEED = 1;

  private BenchmarkBlocks() {}

  static DenseBlock dense(int rows, int features) {
    return new DenseBlock(features, values(rows * features), labels(rows), null);
  }

  /** {@code active} features of each row are not 0, any of all. */
  static SparseBlock sparse(int rows, int features, int active) {
    int[] rowStarts = new int[rows + 1];
    Arrays.setAll(rowStarts, row -> row * active);
    int[] indices = new int[rows * active];
    SplittableRandom random = new SplittableRandom(SEED);
    for (int row = 0; row < rows; row++) {
      int[] drawn = random.ints(0, features).distinct().limit(active).sorted().toArray();
      System.arraycopy(drawn, 0, indices, row * active, active);
    }
    return new SparseBlock(features, rowStarts, indices, values(rows * active), labels(rows), null);
  }

  static double[] weights(int count, long seed) {
    return new SplittableRandom(seed).doubles(count, -0.5, 0.5).toArray();
  }

  private static double[] values(int count) {
    return new SplittableRandom(SEED).doubles(count, -1, 1).toArray();
  }

  private static double[] labels(int rows) {
    return new SplittableRandom(SEED).ints(rows, 0, 2).asDoubleStream().toArray();
  }
}
