package org.sparkradam.block;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.sparkradam.testing.LocalSpark;

/** Rows drawn from a seed, and ways to hand them to Spark. */
final class SampleRows {
  private SampleRows() {}

  /**
   * @param active share of features that are not 0
   */
  static List<LabeledRow> random(long seed, int count, int features, double active) {
    SplittableRandom random = new SplittableRandom(seed);
    List<LabeledRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(new LabeledRow(random.nextInt(2), 1, vector(random, features, active)));
    }
    return rows;
  }

  /** Unique rows, pairs, and rows with more copies than a few chunks. */
  static List<LabeledRow> withEqualOnes(double active) {
    List<LabeledRow> unique = random(11, 400, 10, active);
    return together(unique, unique.subList(0, 100), copies(unique.get(7), 60));
  }

  static List<LabeledRow> weighted(List<LabeledRow> rows) {
    List<LabeledRow> weighted = new ArrayList<>();
    for (LabeledRow row : rows) {
      weighted.add(new LabeledRow(row.label(), 0.1 * (weighted.size() % 7), row.features()));
    }
    return weighted;
  }

  static List<LabeledRow> copies(LabeledRow row, int count) {
    return Collections.nCopies(count, row);
  }

  @SafeVarargs
  static List<LabeledRow> together(List<LabeledRow>... parts) {
    List<LabeledRow> rows = new ArrayList<>();
    for (List<LabeledRow> part : parts) {
      rows.addAll(part);
    }
    return rows;
  }

  static List<LabeledRow> shuffled(List<LabeledRow> rows, long seed) {
    List<LabeledRow> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }

  static JavaRDD<LabeledRow> rdd(List<LabeledRow> rows, int partitions) {
    return LocalSpark.context().parallelize(rows, partitions);
  }

  private static Vector vector(SplittableRandom random, int features, double active) {
    double[] values = new double[features];
    for (int j = 0; j < features; j++) {
      values[j] = random.nextDouble() < active ? random.nextDouble(-1, 1) : 0;
    }
    return random.nextBoolean() ? Vectors.dense(values) : Vectors.dense(values).toSparse();
  }
}
