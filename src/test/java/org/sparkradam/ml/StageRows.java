package org.sparkradam.ml;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparkradam.block.LabeledRow;
import org.sparkradam.testing.LocalSpark;

/** Small tables drawn by a seed, whose features differ in means and deviations. */
final class StageRows {
  static final int FEATURES = 4;
  private static final double[][] COEFFICIENTS = {
    {1.2, -0.8, 0.4, 0}, {-0.6, 0.9, -1.1, 0}, {0.1, -0.3, 0.6, 0}
  };

  private static final StructType SCHEMA =
      new StructType()
          .add("label", DataTypes.DoubleType)
          .add("weight", DataTypes.DoubleType)
          .add("features", SQLDataTypes.VectorType());

  private StageRows() {}

  /** Labels 0 … classes - 1, none certain; columns label, weight, features. */
  static Dataset<Row> classes(int rows, int classes) {
    return table(
        rows,
        (features, random) ->
            IntStream.range(0, classes)
                .boxed()
                .max(
                    (a, b) ->
                        Double.compare(score(a, features, random), score(b, features, random)))
                .orElseThrow());
  }

  /** Numbers far from 0 with noise, one in ten of it large. */
  static Dataset<Row> numbers(int rows) {
    return table(
        rows,
        (features, random) ->
            30
                + 5 * dot(COEFFICIENTS[0], features)
                + (random.nextInt(10) == 0 ? 20 : 2) * random.nextGaussian());
  }

  /** A table of these rows, in two partitions. */
  static Dataset<Row> of(List<LabeledRow> rows) {
    List<Row> values =
        rows.stream().map(r -> RowFactory.create(r.label(), r.weight(), r.features())).toList();
    return LocalSpark.session()
        .createDataFrame(LocalSpark.context().parallelize(values, 2), SCHEMA);
  }

  static LabeledRow row(double label, double weight, double... features) {
    return new LabeledRow(label, weight, Vectors.dense(features));
  }

  /** What a row's label follows from. */
  private interface Law {
    double label(double[] standard, Random random);
  }

  private static Dataset<Row> table(int rows, Law law) {
    Random random = new Random(3);
    return of(
        IntStream.range(0, rows)
            .mapToObj(
                i -> {
                  double[] standard =
                      IntStream.range(0, FEATURES)
                          .mapToDouble(j -> i % 3 == j % 3 ? 0 : random.nextGaussian())
                          .toArray();
                  double label = law.label(standard, random);
                  double weight = 0.5 + 1.5 * random.nextDouble();
                  return new LabeledRow(label, weight, raw(standard, i));
                })
            .toList());
  }

  /** Every other row is sparse; scales are 1, 10, 0.1 and 5, and zeros stay zeros. */
  private static Vector raw(double[] standard, int row) {
    double[] scales = {1, 10, 0.1, 5};
    Vector dense =
        Vectors.dense(
            IntStream.range(0, FEATURES)
                .mapToDouble(j -> standard[j] == 0 ? 0 : scales[j] * (standard[j] + 0.5 * j))
                .toArray());
    return row % 2 == 0 ? dense : dense.toSparse();
  }

  /** With Gumbel noise, so that the largest score has the probabilities of softmax. */
  private static double score(int k, double[] features, Random random) {
    double noise = -Math.log(-Math.log(random.nextDouble()));
    return dot(COEFFICIENTS[k], features) + 0.3 * k + noise;
  }

  private static double dot(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }
}
