package org.sparkradam.mllib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.mllib.linalg.BLAS;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.optimization.Gradient;
import org.apache.spark.mllib.optimization.GradientDescent;
import org.apache.spark.mllib.optimization.HingeGradient;
import org.apache.spark.mllib.optimization.L1Updater;
import org.apache.spark.mllib.optimization.LeastSquaresGradient;
import org.apache.spark.mllib.optimization.LogisticGradient;
import org.apache.spark.mllib.optimization.SimpleUpdater;
import org.apache.spark.mllib.optimization.SquaredL2Updater;
import org.apache.spark.mllib.optimization.Updater;
import org.apache.spark.mllib.regression.LabeledPoint;
import org.apache.spark.rdd.RDD;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkradam.testing.CachedRdds;
import org.sparkradam.testing.LocalSpark;
import scala.Tuple2;

/** MLlib's {@code GradientDescent} is the oracle where both read every row. */
class MiniBatchGradientDescentTest {
  /** Rows of several chunks. */
  private static List<LabeledPoint> table(DoubleUnaryOperator label) {
    return Rows.table(600, 3, label);
  }

  /** Each with rows, and weights to start from, that suit it. */
  enum Loss {
    LOGISTIC(new LogisticGradient(), table(margin -> margin > 0 ? 1 : 0), 1),
    MULTINOMIAL(new LogisticGradient(3), table(margin -> margin > 1 ? 2 : margin > -1 ? 1 : 0), 2),
    LEAST_SQUARES(new LeastSquaresGradient(), table(margin -> margin), 1),
    HINGE(new HingeGradient(), table(margin -> margin > 0 ? 1 : 0), 1),
    OWN(new CubicGradient(), table(margin -> margin), 1);

    final Gradient gradient;
    final List<LabeledPoint> rows;
    private final int outputs;

    Loss(Gradient gradient, List<LabeledPoint> rows, int outputs) {
      this.gradient = gradient;
      this.rows = rows;
      this.outputs = outputs;
    }

    Vector start() {
      double[] start = new double[outputs * Rows.FEATURES];
      start[0] = 0.3;
      start[2] = -0.1;
      return Vectors.dense(start);
    }

    RDD<Tuple2<Object, Vector>> pairs() {
      return MiniBatchGradientDescentTest.pairs(rows);
    }

    MiniBatchGradientDescent ours(Updater updater) {
      return new MiniBatchGradientDescent(gradient, updater)
          .setStepSize(0.2)
          .setNumIterations(6)
          .setRegParam(0.05)
          .setConvergenceTol(0);
    }

    GradientDescent mllibs(Updater updater) {
      return new GradientDescent(gradient, updater)
          .setStepSize(0.2)
          .setNumIterations(6)
          .setRegParam(0.05)
          .setConvergenceTol(0);
    }
  }

  /** |margin - y|³ / 3, known to no one. */
  static final class CubicGradient extends Gradient {
    private static final long serialVersionUID = 1L;

    @Override
    public double compute(Vector features, double label, Vector weights, Vector sum) {
      double error = BLAS.dot(features, weights) - label;
      BLAS.axpy(0.1 * error * Math.abs(error), features, sum);
      return 0.1 * Math.abs(error * error * error) / 3;
    }
  }

  static Stream<Arguments> lossesAndUpdaters() {
    return Stream.of(Loss.values())
        .flatMap(
            loss ->
                Stream.of(
                        new SimpleUpdater(),
                        new SquaredL2Updater(),
                        new L1Updater(),
                        new RAdamUpdater())
                    .map(updater -> Arguments.of(loss, updater)));
  }

  @ParameterizedTest
  @MethodSource("lossesAndUpdaters")
  void aFullBatchIsMllibs(Loss loss, Updater updater) {
    Tuple2<Vector, double[]> expected =
        loss.mllibs(updater).optimizeWithLossReturned(loss.pairs(), loss.start());
    Tuple2<Vector, double[]> trained =
        loss.ours(updater).optimizeWithLossReturned(loss.pairs(), loss.start());
    assertClose(trained, expected);
    assertThat(trained._1()).isNotEqualTo(loss.start());
    assertThat(trained._2()).hasSize(7);
  }

  @ParameterizedTest
  @EnumSource
  void convergesWhereMllibDoes(Loss loss) {
    Tuple2<Vector, double[]> expected =
        loss.mllibs(new SimpleUpdater())
            .setNumIterations(200)
            .setConvergenceTol(0.05)
            .optimizeWithLossReturned(loss.pairs(), loss.start());
    Tuple2<Vector, double[]> trained =
        loss.ours(new SimpleUpdater())
            .setNumIterations(200)
            .setConvergenceTol(0.05)
            .optimizeWithLossReturned(loss.pairs(), loss.start());
    assertThat(expected._2().length).isLessThan(200);
    assertClose(trained, expected);
  }

  /** MLlib compares what two steps led to; where they began is not compared with. */
  @Test
  void theFirstStepIsNeverConvergence() {
    Tuple2<Vector, double[]> expected =
        Loss.LOGISTIC
            .mllibs(new RAdamUpdater())
            .setStepSize(1e-3)
            .setConvergenceTol(0.001)
            .optimizeWithLossReturned(Loss.LOGISTIC.pairs(), Loss.LOGISTIC.start());
    Tuple2<Vector, double[]> trained =
        Loss.LOGISTIC
            .ours(new RAdamUpdater())
            .setStepSize(1e-3)
            .setConvergenceTol(0.001)
            .optimizeWithLossReturned(Loss.LOGISTIC.pairs(), Loss.LOGISTIC.start());
    assertThat(expected._2()).hasSize(2);
    assertClose(trained, expected);
  }

  @Test
  void noIterationsOnlyTellTheLoss() {
    Tuple2<Vector, double[]> expected =
        Loss.LOGISTIC
            .mllibs(new SquaredL2Updater())
            .setNumIterations(0)
            .optimizeWithLossReturned(Loss.LOGISTIC.pairs(), Loss.LOGISTIC.start());
    Tuple2<Vector, double[]> trained =
        Loss.LOGISTIC
            .ours(new SquaredL2Updater())
            .setNumIterations(0)
            .optimizeWithLossReturned(Loss.LOGISTIC.pairs(), Loss.LOGISTIC.start());
    assertThat(trained._1()).isEqualTo(Loss.LOGISTIC.start());
    assertClose(trained, expected);
  }

  /** MLlib's rate decays: too large at first, the smoothed loss is ten times as high for long. */
  @Test
  void aLossThatComesBackIsNotGivenUp() {
    Loss loss = Loss.LEAST_SQUARES;
    Tuple2<Vector, double[]> expected =
        loss.mllibs(new SimpleUpdater())
            .setStepSize(4)
            .setNumIterations(40)
            .optimizeWithLossReturned(loss.pairs(), loss.start());
    Tuple2<Vector, double[]> trained =
        loss.ours(new SimpleUpdater())
            .setStepSize(4)
            .setNumIterations(40)
            .optimizeWithLossReturned(loss.pairs(), loss.start());
    assertThat(expected._2()[6]).isGreaterThan(1000 * expected._2()[0]);
    assertThat(expected._2()[40]).isLessThan(expected._2()[0]);
    assertThat(trained._2()).hasSize(41);
    assertThat(trained._1().toArray()).containsExactly(expected._1().toArray(), within(1e-9));
  }

  @Test
  void aRunThatStopsBeingFiniteEndsThere() {
    Tuple2<Vector, double[]> trained =
        Loss.LEAST_SQUARES
            .ours(new SimpleUpdater())
            .setStepSize(1e100)
            .optimizeWithLossReturned(Loss.LEAST_SQUARES.pairs(), Loss.LEAST_SQUARES.start());
    assertThat(trained._2()).hasSizeBetween(2, 4);
  }

  @Test
  void minibatchesGiveTheSameBitsInTwoRunsAndOthersFromAnotherSeed() {
    Loss loss = Loss.LOGISTIC;
    MiniBatchGradientDescent descent = loss.ours(new RAdamUpdater()).setMiniBatchFraction(0.1);
    Tuple2<Vector, double[]> first = descent.optimizeWithLossReturned(loss.pairs(), loss.start());
    Tuple2<Vector, double[]> second =
        descent.optimizeWithLossReturned(
            Rows.pairs(LocalSpark.context().parallelize(loss.rows, 5)), loss.start());
    assertThat(second._1()).isEqualTo(first._1());
    assertThat(second._2()).isEqualTo(first._2()).hasSize(7);
    assertThat(descent.setSeed(5).optimize(loss.pairs(), loss.start())).isNotEqualTo(first._1());
  }

  @Test
  void minibatchesComeCloseToTheOptimum() {
    Loss loss = Loss.LOGISTIC;
    Vector optimum =
        loss.mllibs(new SquaredL2Updater())
            .setStepSize(5)
            .setNumIterations(60)
            .optimize(loss.pairs(), loss.start());
    Vector trained =
        loss.ours(new SquaredL2Updater())
            .setStepSize(1)
            .setNumIterations(200)
            .setMiniBatchFraction(0.2)
            .optimize(loss.pairs(), loss.start());
    assertThat(trained.toArray()).containsExactly(optimum.toArray(), within(0.1));
  }

  @Test
  void nothingStaysCachedAndTheStartIsNotWrittenTo() {
    CachedRdds cached = CachedRdds.now();
    Vector start = Loss.HINGE.start();
    Loss.HINGE.ours(new RAdamUpdater()).optimize(Loss.HINGE.pairs(), start);
    assertThat(cached.since()).isEmpty();
    assertThat(start).isEqualTo(Loss.HINGE.start());
  }

  @Test
  void nothingStaysCachedWhenTheGradientFails() {
    CachedRdds cached = CachedRdds.now();
    MiniBatchGradientDescent descent = Loss.MULTINOMIAL.ours(new SimpleUpdater());
    assertThatThrownBy(() -> descent.optimize(Loss.MULTINOMIAL.pairs(), Vectors.zeros(7)))
        .hasStackTraceContaining("requirement failed");
    assertThat(cached.since()).isEmpty();
  }

  /** As MLlib does: two classes' weights are not three's. */
  @Test
  void refusesWeightsThatAreNotTheGradients() {
    MiniBatchGradientDescent descent = Loss.MULTINOMIAL.ours(new SimpleUpdater());
    assertThatThrownBy(() -> descent.optimize(Loss.LOGISTIC.pairs(), Loss.LOGISTIC.start()))
        .hasStackTraceContaining("requirement failed");
  }

  @Test
  void refusesToTrainOnNoRows() {
    MiniBatchGradientDescent descent = Loss.LOGISTIC.ours(new SimpleUpdater());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> descent.optimize(pairs(List.of()), Loss.LOGISTIC.start()));
  }

  private static RDD<Tuple2<Object, Vector>> pairs(List<LabeledPoint> rows) {
    JavaRDD<LabeledPoint> rdd = LocalSpark.context().parallelize(rows, 2);
    return Rows.pairs(rdd);
  }

  private static void assertClose(
      Tuple2<Vector, double[]> trained, Tuple2<Vector, double[]> expected) {
    assertThat(trained._1().toArray()).containsExactly(expected._1().toArray(), within(1e-9));
    assertThat(trained._2()).containsExactly(expected._2(), within(1e-9));
  }
}
