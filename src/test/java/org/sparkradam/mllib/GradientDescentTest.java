package org.sparkradam.mllib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.optimization.GradientDescent;
import org.apache.spark.mllib.optimization.LeastSquaresGradient;
import org.apache.spark.mllib.optimization.LogisticGradient;
import org.apache.spark.mllib.optimization.Updater;
import org.apache.spark.mllib.regression.LabeledPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Penalty;
import org.sparkradam.optim.Regularization;
import org.sparkradam.testing.LocalSpark;
import scala.Tuple2;

/** MLlib's loop with our updaters gives what a plain loop over the same gradients gives. */
class GradientDescentTest {
  private static final double STEP_SIZE = 0.05;
  private static final double REG_PARAM = 0.02;
  private static final int ITERATIONS = 20;
  private static final double[] START = {0.3, 0, -0.1, 0.2};

  @ParameterizedTest
  @EnumSource
  void onePartitionGivesTheSameBits(UpdaterKind kind) {
    Tuple2<Vector, double[]> trained = descent(kind.create(), 1).run(rdd(Rows.CLASSES, 1));
    assertSame(trained, plain(kind, Regularization.L2).fullBatch(START, Rows.CLASSES));
  }

  @ParameterizedTest
  @EnumSource
  void twoPartitionsDifferInRoundingOnly(UpdaterKind kind) {
    Tuple2<Vector, double[]> trained = descent(kind.create(), 1).run(rdd(Rows.CLASSES, 2));
    double[] expected = plain(kind, Regularization.L2).fullBatch(START, Rows.CLASSES).weights();
    for (int i = 0; i < expected.length; i++) {
      assertThat(trained._1().apply(i)).isCloseTo(expected[i], withinPercentage(1e-10));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyRegularizationGivesTheSameBits(Regularization regularization) {
    Updater updater = new RAdamUpdater().setRegularization(regularization);
    Tuple2<Vector, double[]> trained = descent(updater, 1).run(rdd(Rows.CLASSES, 1));
    assertSame(trained, plain(UpdaterKind.RADAM, regularization).fullBatch(START, Rows.CLASSES));
  }

  @ParameterizedTest
  @EnumSource
  void minibatchesGiveTheSameBits(UpdaterKind kind) {
    JavaRDD<LabeledPoint> rdd = rdd(Rows.CLASSES, 1);
    Tuple2<Vector, double[]> trained = descent(kind.create(), 0.3).run(rdd);
    assertSame(trained, plain(kind, Regularization.L2).run(START, minibatches(rdd, 0.3)));
  }

  @ParameterizedTest
  @EnumSource
  void emptyMinibatchIsNoStep(UpdaterKind kind) {
    double fraction = 0.2;
    JavaRDD<LabeledPoint> rdd = rdd(Rows.CLASSES.subList(0, 5), 1);
    IntFunction<List<LabeledPoint>> minibatches = minibatches(rdd, fraction);
    int[] empty =
        IntStream.rangeClosed(1, ITERATIONS).filter(i -> minibatches.apply(i).isEmpty()).toArray();
    assertThat(empty).hasSizeBetween(2, ITERATIONS - 10);
    Tuple2<Vector, double[]> trained = descent(kind.create(), fraction).run(rdd);
    assertSame(trained, plain(kind, Regularization.L2).run(START, minibatches));
  }

  @ParameterizedTest
  @EnumSource
  void secondRunOfTheSameInstanceGivesTheSameBits(UpdaterKind kind) {
    Descent descent = descent(kind.create(), 1);
    JavaRDD<LabeledPoint> rdd = rdd(Rows.CLASSES, 1);
    Tuple2<Vector, double[]> first = descent.run(rdd);
    Tuple2<Vector, double[]> second = descent.run(rdd);
    assertThat(second._1()).isEqualTo(first._1());
    assertThat(second._2()).isEqualTo(first._2());
  }

  /** All gradients are zero and the rate is 1, so the first two calls look like those of LBFGS. */
  @ParameterizedTest
  @EnumSource
  void startsAtAStationaryPoint(UpdaterKind kind) {
    List<LabeledPoint> exact =
        List.of(new LabeledPoint(2, Vectors.dense(1, 0)), new LabeledPoint(3, Vectors.dense(0, 1)));
    GradientDescent descent =
        new GradientDescent(new LeastSquaresGradient(), kind.create())
            .setStepSize(1)
            .setNumIterations(4)
            .setConvergenceTol(0);
    Vector minimum = Vectors.dense(2, 3);
    Tuple2<Vector, double[]> trained =
        descent.optimizeWithLossReturned(Rows.pairs(rdd(exact, 1)), minimum);
    assertThat(trained._1()).isEqualTo(minimum);
    assertThat(trained._2()).containsExactly(0, 0, 0, 0, 0);
  }

  @Test
  void smallFirstStepsPassForConvergenceAtMllibsTolerance() {
    GradientDescent descent =
        new GradientDescent(new LogisticGradient(2), new RAdamUpdater())
            .setStepSize(1e-3)
            .setNumIterations(ITERATIONS);
    Tuple2<Vector, double[]> trained =
        descent.optimizeWithLossReturned(
            Rows.pairs(rdd(Rows.CLASSES, 1)), Vectors.dense(START.clone()));
    assertThat(trained._2()).hasSize(2);
  }

  private record Descent(GradientDescent descent) {
    Tuple2<Vector, double[]> run(JavaRDD<LabeledPoint> rows) {
      double[] initial = START.clone();
      Tuple2<Vector, double[]> trained =
          descent.optimizeWithLossReturned(Rows.pairs(rows), Vectors.dense(initial));
      assertThat(initial).isEqualTo(START);
      return trained;
    }
  }

  private static Descent descent(Updater updater, double fraction) {
    return new Descent(
        new GradientDescent(new LogisticGradient(2), updater)
            .setStepSize(STEP_SIZE)
            .setNumIterations(ITERATIONS)
            .setRegParam(REG_PARAM)
            .setMiniBatchFraction(fraction)
            .setConvergenceTol(0));
  }

  private static PlainDescent plain(UpdaterKind kind, Regularization regularization) {
    Optimizer optimizer =
        Optimizer.of(kind.rule, STEP_SIZE).withPenalty(Penalty.of(regularization, REG_PARAM));
    return new PlainDescent(new LogisticGradient(2), optimizer, ITERATIONS);
  }

  /** The seeds are MLlib's. */
  private static IntFunction<List<LabeledPoint>> minibatches(
      JavaRDD<LabeledPoint> rows, double fraction) {
    return iteration -> rows.sample(false, fraction, 42 + iteration).collect();
  }

  private static JavaRDD<LabeledPoint> rdd(List<LabeledPoint> rows, int partitions) {
    return LocalSpark.context().parallelize(rows, partitions);
  }

  private static void assertSame(Tuple2<Vector, double[]> trained, PlainDescent.Result plain) {
    assertThat(trained._1().toArray()).isEqualTo(plain.weights()).isNotEqualTo(START);
    assertThat(trained._2()).isEqualTo(plain.losses());
  }
}
