package org.sparkradam.train;

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
import org.sparkradam.block.IngestSettings;
import org.sparkradam.block.LabeledRow;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.block.TrainingPlace;
import org.sparkradam.testing.LocalSpark;

/**
 * Rows drawn by a seed from a linear model, for our trainers as blocks and for Spark's as a table.
 * Features differ in their means and deviations.
 */
record LinearRows(List<LabeledRow> rows) {
  static final int FEATURES = 8;

  private static final IngestSettings SETTINGS = IngestSettings.of(1).withChunks(3);

  private static final StructType SCHEMA =
      new StructType()
          .add("label", DataTypes.DoubleType)
          .add("weight", DataTypes.DoubleType)
          .add("features", SQLDataTypes.VectorType());

  /** One drawing of a row's label from its features. */
  private interface Law {
    double label(double[] features, Random random);
  }

  /** Labels 0 … classes - 1, none certain. */
  static LinearRows classes(int rows, int classes) {
    double[][] coefficients = coefficients(classes);
    return drawn(
        rows,
        (features, random) -> {
          int best = 0;
          double highest = Double.NEGATIVE_INFINITY;
          for (int c = 0; c < classes; c++) {
            // The largest of scores with Gumbel noise has the probabilities of softmax.
            double noise = -Math.log(-Math.log(random.nextDouble()));
            double score = dot(coefficients[c], features) + 0.3 * c + noise;
            best = score > highest ? c : best;
            highest = Math.max(highest, score);
          }
          return best;
        });
  }

  /** Classes 0 and 1 by the sign of a product, which no linear model sees, one in ten wrong. */
  static LinearRows products(int rows) {
    return drawn(
        rows,
        (features, random) -> {
          boolean positive = features[0] * features[1] + 0.2 * features[2] > 0;
          return positive == (random.nextInt(10) > 0) ? 1 : 0;
        });
  }

  /** Numbers about 3, one in ten of them far off. */
  static LinearRows numbers(int rows) {
    double[] coefficients = coefficients(1)[0];
    return drawn(
        rows,
        (features, random) ->
            3
                + 2 * dot(coefficients, features)
                + (random.nextInt(10) == 0 ? 8 : 0.5) * random.nextGaussian());
  }

  /** The same with weights of 0.5 to 2. */
  LinearRows weighted() {
    Random random = new Random(6);
    return new LinearRows(
        rows.stream()
            .map(r -> new LabeledRow(r.label(), 0.5 + 1.5 * random.nextDouble(), r.features()))
            .toList());
  }

  /** The same with five of six values 0, stored as sparse vectors. */
  LinearRows sparse() {
    Random random = new Random(7);
    return new LinearRows(
        rows.stream()
            .map(r -> new LabeledRow(r.label(), r.weight(), thinned(r.features(), random)))
            .toList());
  }

  ShuffledBlocks blocks(IngestSettings settings) {
    return ShuffledBlocks.ingest(LocalSpark.context().parallelize(rows, 2), settings);
  }

  ShuffledBlocks blocks() {
    return blocks(SETTINGS);
  }

  /** For hundreds of full batches, each a Spark job elsewhere: the same bits. */
  ShuffledBlocks blocksOnDriver() {
    return blocks(SETTINGS.withPlace(TrainingPlace.DRIVER));
  }

  /** Columns {@code label}, {@code weight} and {@code features}. */
  Dataset<Row> table() {
    List<Row> table =
        rows.stream()
            .map(row -> RowFactory.create(row.label(), row.weight(), row.features()))
            .toList();
    // Else each task of each job of Spark's trainers brings its rows along.
    return LocalSpark.session()
        .createDataFrame(LocalSpark.context().parallelize(table, 2), SCHEMA)
        .localCheckpoint();
  }

  private static LinearRows drawn(int rows, Law law) {
    Random random = new Random(5);
    return new LinearRows(
        IntStream.range(0, rows)
            .mapToObj(
                i -> {
                  double[] features = features(random);
                  return new LabeledRow(law.label(features, random), 1, Vectors.dense(features));
                })
            .toList());
  }

  private static double[] features(Random random) {
    return IntStream.range(0, FEATURES)
        .mapToDouble(j -> 0.1 * j + (0.5 + 0.15 * j) * random.nextGaussian())
        .toArray();
  }

  /** The last two features mean nothing. */
  private static double[][] coefficients(int outputs) {
    Random random = new Random(8);
    return IntStream.range(0, outputs)
        .mapToObj(
            c ->
                IntStream.range(0, FEATURES)
                    .mapToDouble(j -> j < FEATURES - 2 ? random.nextGaussian() : 0)
                    .toArray())
        .toArray(double[][]::new);
  }

  private static Vector thinned(Vector features, Random random) {
    double[] values = features.toArray();
    for (int j = 0; j < values.length; j++) {
      values[j] = random.nextInt(6) == 0 ? values[j] : 0;
    }
    return Vectors.dense(values).toSparse();
  }

  private static double dot(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }
}
