package org.sparkradam.benchmark;

import java.io.Serializable;
import java.util.Collections;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A table that whole fits are timed on: label and features, rows to train on and to test with. */
interface FitTable extends Serializable {
  Rows rows(SparkSession spark);

  /** Refuses a table that is not there, before anything is measured. */
  default void check(SparkSession spark) {}

  /** Both cached in as many partitions as there are cores. */
  record Rows(Dataset<Row> training, Dataset<Row> test) implements AutoCloseable {
    static Rows cached(Dataset<Row> training, Dataset<Row> test) {
      Rows rows = new Rows(training.cache(), test.cache());
      rows.training.count();
      rows.test.count();
      return rows;
    }

    @Override
    public void close() {
      training.unpersist(true);
      test.unpersist(true);
    }
  }

  /**
   * Generated, P(y = 1) = σ(x·w) with w uniform in [-1, 1]. Dense features are uniform with
   * variance 1; sparse ones are 1 where they are active, with numbers ⌊d·u³⌋ of uniform u, so that
   * low ones are far oftener.
   *
   * @param active features of a row; all if the table is dense
   */
  record Generated(long rows, int features, int active) implements FitTable {
    private static final long TEST_ROWS = 100_000;
    private static final StructType SCHEMA =
        new StructType()
            .add("label", DataTypes.DoubleType)
            .add("features", SQLDataTypes.VectorType());

    @Override
    public Rows rows(SparkSession spark) {
      return Rows.cached(table(spark, rows, 1), table(spark, Math.min(rows, TEST_ROWS), 2));
    }

    private Dataset<Row> table(SparkSession spark, long count, long seed) {
      int parts = spark.sparkContext().defaultParallelism();
      double[] weights = new SplittableRandom(99).doubles(features, -1, 1).toArray();
      JavaRDD<Row> table =
          JavaSparkContext.fromSparkContext(spark.sparkContext())
              .parallelize(Collections.nCopies(parts, 0), parts)
              .mapPartitionsWithIndex(
                  (part, none) -> {
                    SplittableRandom random = new SplittableRandom(seed * 1000 + part);
                    long own = count * (part + 1) / parts - count * part / parts;
                    return LongStream.range(0, own).mapToObj(i -> row(random, weights)).iterator();
                  },
                  false);
      return spark.createDataFrame(table, SCHEMA);
    }

    private Row row(SplittableRandom random, double[] weights) {
      Vector x = active < features ? sparse(random) : dense(random);
      double margin = x.dot(Vectors.dense(weights));
      double label = random.nextDouble() < 1 / (1 + Math.exp(-margin)) ? 1 : 0;
      return RowFactory.create(label, x);
    }

    private Vector dense(SplittableRandom random) {
      double end = Math.sqrt(3);
      return Vectors.dense(random.doubles(features, -end, end).toArray());
    }

    private Vector sparse(SplittableRandom random) {
      TreeSet<Integer> numbers = new TreeSet<>();
      while (numbers.size() < active) {
        numbers.add((int) (features * Math.pow(random.nextDouble(), 3)));
      }
      int[] indices = numbers.stream().mapToInt(Integer::intValue).toArray();
      double[] ones = IntStream.of(indices).mapToDouble(i -> 1).toArray();
      return Vectors.sparse(features, indices, ones);
    }
  }

  /**
   * LIBSVM files of data/README.md; negative labels are made 0.
   *
   * @param test null if a fifth of the rows is to be held out
   */
  record Files(TablesFolder folder, String training, String test, int features)
      implements FitTable {
    @Override
    public void check(SparkSession spark) {
      Stream.of(training, test).filter(Objects::nonNull).forEach(f -> folder.require(spark, f));
    }

    @Override
    public Rows rows(SparkSession spark) {
      if (test != null) {
        return Rows.cached(read(spark, training), read(spark, test));
      }
      Dataset<Row>[] parts = read(spark, training).randomSplit(new double[] {0.8, 0.2}, 7);
      return Rows.cached(parts[0], parts[1]);
    }

    private Dataset<Row> read(SparkSession spark, String file) {
      return spark
          .read()
          .format("libsvm")
          .option("numFeatures", features)
          .load(folder.file(file))
          .withColumn("label", functions.expr("greatest(label, 0)"))
          .repartition(spark.sparkContext().defaultParallelism());
    }
  }
}
