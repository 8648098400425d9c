package org.sparkradam.mllib;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.regression.LabeledPoint;
import org.apache.spark.rdd.RDD;
import scala.Tuple2;

/** Small tables, every third row sparse, of two classes or of a number to predict. */
final class Rows {
  static final int FEATURES = 4;
  private static final double[] TRUTH = {1, -2, 0.5, 0};
  static final List<LabeledPoint> NUMBERS = table(150, 1, margin -> margin);
  static final List<LabeledPoint> CLASSES = table(150, 2, margin -> margin > 0 ? 1 : 0);

  private Rows() {}

  static List<LabeledPoint> table(int size, long seed, DoubleUnaryOperator label) {
    Random random = new Random(seed);
    return IntStream.range(0, size).mapToObj(i -> row(i, random, label)).toList();
  }

  private static LabeledPoint row(int i, Random random, DoubleUnaryOperator label) {
    double[] features = random.doubles(FEATURES, -2, 2).toArray();
    double margin = random.nextGaussian();
    for (int j = 0; j < FEATURES; j++) {
      features[j] = i % 3 == 0 && j % 2 == 1 ? 0 : features[j];
      margin += TRUTH[j] * features[j];
    }
    Vector dense = Vectors.dense(features);
    return new LabeledPoint(label.applyAsDouble(margin), i % 3 == 0 ? dense.toSparse() : dense);
  }

  /** As {@code GradientDescent} takes rows. */
  static RDD<Tuple2<Object, Vector>> pairs(JavaRDD<LabeledPoint> rows) {
    return rows.map(row -> new Tuple2<Object, Vector>(row.label(), row.features())).rdd();
  }
}
