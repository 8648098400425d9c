package org.sparkradam.ml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkradam.testing.LocalSpark;

/** A fit on the driver has the bits of one on executors. */
class DriverFitTest {
  static Stream<MiniBatchLogisticRegression> stages() {
    return Stream.of(
        new MiniBatchLogisticRegression(),
        new MiniBatchLogisticRegression().setRegParam(0.01).setElasticNetParam(0.5),
        new MiniBatchLogisticRegression().setFamily("multinomial").setFitIntercept(false),
        new MiniBatchLogisticRegression()
            .setValidationIndicatorCol("held")
            .setValidationInterval(3));
  }

  @ParameterizedTest
  @MethodSource("stages")
  void denseRows(MiniBatchLogisticRegression stage) {
    assertSameBits(stage, StageRows.classes(3000, 2));
  }

  @ParameterizedTest
  @MethodSource("stages")
  void wideSparseRows(MiniBatchLogisticRegression stage) {
    assertSameBits(stage, wide());
  }

  private static void assertSameBits(MiniBatchLogisticRegression stage, Dataset<Row> rows) {
    Dataset<Row> table = rows.withColumn("held", functions.expr("hash(features) % 5 = 0"));
    stage.setMaxIter(25).setBatchSize(100).setNumPartitions(7);
    LogisticRegressionModel driver = stage.setTrainOn("driver").fit(table);
    LogisticRegressionModel executors = stage.setTrainOn("executors").fit(table.repartition(3));
    assertThat(driver.coefficientMatrix().toArray())
        .isEqualTo(executors.coefficientMatrix().toArray());
    assertThat(driver.interceptVector().toArray()).isEqualTo(executors.interceptVector().toArray());
    assertThat(driver.coefficientMatrix().numActives()).isPositive();
  }

  /** 600 rows of 8 of 20,000 features. */
  private static Dataset<Row> wide() {
    SplittableRandom random = new SplittableRandom(7);
    return LocalSpark.session()
        .createDataFrame(
            IntStream.range(0, 600)
                .mapToObj(
                    i -> {
                      int[] features = random.ints(8, 0, 20_000).distinct().sorted().toArray();
                      double[] values = random.doubles(features.length, -1, 2).toArray();
                      double label = values[0] > 0.5 ? 1 : 0;
                      return RowFactory.create(label, Vectors.sparse(20_000, features, values));
                    })
                .toList(),
            new StructType()
                .add("label", DataTypes.DoubleType)
                .add("features", SQLDataTypes.VectorType()));
  }
}
