package org.sparkradam.benchmark;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.sparkradam.block.LabeledRow;

/** Rows drawn on the executors, each a function of its number: no list of them on the driver. */
final class BenchmarkRows {
  private static final int PARTITIONS_A_CORE = 4;
  private static final long STRIDE = 0x9e3779b97f4a7c15L;

  private BenchmarkRows() {}

  /** Features uniform in [-1, 1), two classes that a logistic model can tell apart in part. */
  static JavaRDD<LabeledRow> dense(JavaSparkContext context, long rows, int features) {
    return rows(
        context, rows, PARTITIONS_A_CORE * context.defaultParallelism(), r -> dense(r, features));
  }

  /** As many partitions as cores, as one would give MLlib. */
  static JavaRDD<LabeledRow> denseForMllib(JavaSparkContext context, long rows, int features) {
    return rows(context, rows, context.defaultParallelism(), r -> dense(r, features));
  }

  /** {@code active} features of each row are not 0, any of all. */
  static JavaRDD<LabeledRow> sparse(JavaSparkContext context, long rows, int features, int active) {
    return rows(
        context,
        rows,
        PARTITIONS_A_CORE * context.defaultParallelism(),
        r -> sparse(r, features, active));
  }

  /** What a row's generator makes. */
  @FunctionalInterface
  private interface Drawing extends java.io.Serializable {
    LabeledRow row(SplittableRandom random);
  }

  private static JavaRDD<LabeledRow> rows(
      JavaSparkContext context, long rows, int partitions, Drawing drawing) {
    return context
        .parallelize(IntStream.range(0, partitions).boxed().toList(), partitions)
        .flatMap(
            part ->
                LongStream.range(rows * part / partitions, rows * (part + 1) / partitions)
                    .mapToObj(row -> drawing.row(new SplittableRandom(row * STRIDE)))
                    .iterator());
  }

  private static LabeledRow dense(SplittableRandom random, int features) {
    double[] values = new double[features];
    double margin = 0;
    for (int i = 0; i < features; i++) {
      values[i] = 2 * random.nextDouble() - 1;
      margin += (i % 5 - 2) * values[i];
    }
    return labeled(random, margin, Vectors.dense(values));
  }

  private static LabeledRow sparse(SplittableRandom random, int features, int active) {
    int[] indices = random.ints(0, features).distinct().limit(active).sorted().toArray();
    double[] values = random.doubles(active, -1, 1).toArray();
    return labeled(random, 2 * values[0], Vectors.sparse(features, indices, values));
  }

  private static LabeledRow labeled(SplittableRandom random, double margin, Vector features) {
    double label = random.nextDouble() < 1 / (1 + Math.exp(-margin)) ? 1 : 0;
    return new LabeledRow(label, 1, features);
  }
}
