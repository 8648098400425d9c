package org.sparkradam.mllib;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.regression.GeneralizedLinearAlgorithm;
import org.apache.spark.mllib.regression.GeneralizedLinearModel;
import org.apache.spark.mllib.regression.LabeledPoint;
import org.apache.spark.mllib.util.MLUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkradam.testing.LocalSpark;

/** MLlib's trainers with our updaters in place of theirs. */
class LinearAlgorithmsTest {
  static Stream<Arguments> pairs() {
    return Stream.of(MllibAlgorithm.values())
        .flatMap(
            algorithm ->
                Stream.of(UpdaterKind.values()).map(kind -> Arguments.of(algorithm, kind)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void trainsToTheSameBitsAsAPlainLoop(MllibAlgorithm algorithm, UpdaterKind kind) {
    GeneralizedLinearModel model = algorithm.with(kind.create()).run(rdd(algorithm.rows).rdd());
    double[] expected =
        algorithm.plain(kind).fullBatch(new double[Rows.FEATURES], algorithm.rows).weights();
    assertThat(model.weights().toArray()).isEqualTo(expected);
    assertThat(model.intercept()).isZero();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void interceptIsOneMoreWeight(MllibAlgorithm algorithm, UpdaterKind kind) {
    GeneralizedLinearAlgorithm<?> trainer = algorithm.with(kind.create()).setIntercept(true);
    GeneralizedLinearModel model = trainer.run(rdd(algorithm.rows).rdd());
    List<LabeledPoint> biased =
        algorithm.rows.stream()
            .map(row -> new LabeledPoint(row.label(), MLUtils.appendBias(row.features())))
            .toList();
    // MLlib appends the rows' 1 to the initial weights too.
    double[] initial = MLUtils.appendBias(Vectors.zeros(Rows.FEATURES)).toArray();
    double[] expected = algorithm.plain(kind).fullBatch(initial, biased).weights();
    assertThat(model.weights().toArray()).isEqualTo(Arrays.copyOf(expected, Rows.FEATURES));
    assertThat(model.intercept()).isEqualTo(expected[Rows.FEATURES]);
  }

  @ParameterizedTest
  @EnumSource
  void oneInstanceTrainsTwice(MllibAlgorithm algorithm) {
    GeneralizedLinearAlgorithm<?> trainer = algorithm.with(new RAdamUpdater());
    JavaRDD<LabeledPoint> rows = rdd(algorithm.rows);
    GeneralizedLinearModel first = trainer.run(rows.rdd());
    GeneralizedLinearModel second = trainer.run(rows.rdd(), Vectors.zeros(Rows.FEATURES));
    assertThat(second.weights()).isEqualTo(first.weights());
  }

  private static JavaRDD<LabeledPoint> rdd(List<LabeledPoint> rows) {
    return LocalSpark.context().parallelize(rows, 1).cache();
  }
}
