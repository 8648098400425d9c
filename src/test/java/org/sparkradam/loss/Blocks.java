package org.sparkradam.loss;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.sparkradam.block.DenseBlock;
import org.sparkradam.block.RowBlock;
import org.sparkradam.block.RowRange;
import org.sparkradam.block.SparseBlock;

/** Blocks of seeded random rows; a third of the values are 0. */
public final class Blocks {
  private Blocks() {}

  static DenseBlock dense(double[][] rows, double[] labels, double[] weights) {
    double[] values = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    return new DenseBlock(rows[0].length, values, labels, weights);
  }

  static double[][] values(long seed, int rows, int features) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] values = new double[rows][features];
    for (double[] row : values) {
      Arrays.setAll(row, j -> random.nextInt(3) == 0 ? 0 : gaussian(random));
    }
    return values;
  }

  /** Classes 0 … classes - 1. */
  static double[] classLabels(long seed, int rows, int classes) {
    SplittableRandom random = new SplittableRandom(seed);
    return random.ints(rows, 0, classes).asDoubleStream().toArray();
  }

  static double[] realLabels(long seed, int rows) {
    return gaussians(seed, rows);
  }

  /** From 0 (every fifth) to 3, each one twice in a row. */
  public static double[] rowWeights(long seed, int rows) {
    double[] drawn = new SplittableRandom(seed).doubles(rows, 0, 3).toArray();
    double[] weights = new double[rows];
    Arrays.setAll(weights, i -> i % 5 == 0 ? 0 : drawn[i / 2]);
    return weights;
  }

  public static double[] gaussians(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[count];
    Arrays.setAll(values, i -> gaussian(random));
    return values;
  }

  /** Irwin-Hall: close enough to normal, and available on Java 17's SplittableRandom's streams. */
  private static double gaussian(SplittableRandom random) {
    return random.doubles(12).sum() - 6;
  }

  static RowRange all(RowBlock block) {
    return new RowRange(0, block.rows());
  }

  /** The same rows with their zeros left out. */
  static SparseBlock sparse(DenseBlock dense) {
    int features = dense.features();
    int[] rowStarts = new int[dense.rows() + 1];
    int[] indices = new int[dense.values().length];
    double[] values = new double[dense.values().length];
    int size = 0;
    for (int i = 0; i < dense.values().length; i++) {
      if (dense.values()[i] != 0) {
        indices[size] = i % features;
        values[size++] = dense.values()[i];
      }
      rowStarts[i / features + 1] = size;
    }
    return new SparseBlock(
        features,
        rowStarts,
        Arrays.copyOf(indices, size),
        Arrays.copyOf(values, size),
        dense.labels(),
        dense.weights());
  }
}
