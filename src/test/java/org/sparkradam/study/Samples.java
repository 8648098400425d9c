package org.sparkradam.study;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.mllib.linalg.SparseVector;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.regression.LabeledPoint;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparkradam.fit.model.LinearKind;
import org.sparkradam.fit.model.LinearModel;
import org.sparkradam.testing.LocalSpark;

/** Rows and weights for the tests of this package. */
public final class Samples {
  public static final int FEATURES = 5;
  private static final double[] TRUTH = {1, -2, 0.5, 0, 0.7, 0.3};
  private static final StructType SCHEMA =
      new StructType()
          .add("label", DataTypes.DoubleType)
          .add("features", SQLDataTypes.VectorType());

  private Samples() {}

  /**
   * Rows that a linear model predicts in part, the 1 for the intercept in its place; every third
   * one is sparse.
   */
  public static List<LabeledPoint> rows(LinearKind loss, int classes, int count) {
    Random random = new Random(classes);
    return IntStream.range(0, count).mapToObj(i -> row(i, random, loss, classes)).toList();
  }

  private static LabeledPoint row(int i, Random random, LinearKind loss, int classes) {
    double[] features = random.doubles(FEATURES + 1, -2, 2).toArray();
    features[FEATURES] = 1;
    double margin = random.nextGaussian();
    for (int j = 0; j <= FEATURES; j++) {
      features[j] = i % 3 == 0 && j % 2 == 1 && j < FEATURES ? 0 : features[j];
      margin += TRUTH[j] * features[j];
    }
    Vector dense = Vectors.dense(features);
    double label = loss == LinearKind.SQUARED ? margin : classOf(margin, classes);
    return new LabeledPoint(label, i % 3 == 0 ? dense.toSparse() : dense);
  }

  /** Classes in the order of the margin, none of them rare. */
  private static int classOf(double margin, int classes) {
    return (int) Math.min(classes - 1, Math.max(0, Math.floor(margin + classes / 2.0)));
  }

  /** The same rows as a table, without the 1 for the intercept. */
  public static Dataset<Row> table(List<LabeledPoint> rows, int partitions) {
    List<Row> ofTable =
        rows.stream()
            .map(row -> RowFactory.create(row.label(), withoutLast(row.features())))
            .toList();
    return LocalSpark.session()
        .createDataFrame(LocalSpark.context().parallelize(ofTable, partitions), SCHEMA);
  }

  private static org.apache.spark.ml.linalg.Vector withoutLast(Vector features) {
    Vector dense = Vectors.dense(Arrays.copyOf(features.toArray(), features.size() - 1));
    return (features instanceof SparseVector ? dense.toSparse() : dense).asML();
  }

  /** Some weights, the intercepts among them not zero. */
  public static double[] weights(LinearModel model, long seed) {
    return new Random(seed).doubles(model.loss().weightCount(), -1, 1).toArray();
  }
}
