package org.sparkradam.mllib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sparkradam.mllib.Calls.run;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.mllib.classification.LogisticRegressionWithLBFGS;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.optimization.LBFGS;
import org.apache.spark.mllib.optimization.LogisticGradient;
import org.apache.spark.mllib.optimization.Updater;
import org.apache.spark.mllib.regression.LabeledPoint;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Sgd;
import org.sparkradam.testing.LocalSpark;

/** A rule that remembers cannot serve as LBFGS's penalty, and says so. */
class LbfgsRefusalTest {
  private static final Vector START = Vectors.zeros(Rows.FEATURES);

  @ParameterizedTest
  @EnumSource
  void underLbfgs(UpdaterKind kind) {
    Updater updater = kind.create();
    assertRefused(updater, () -> lbfgs(updater).optimize(Rows.pairs(rows()), START));
  }

  @ParameterizedTest
  @EnumSource
  void underLogisticRegressionWithLbfgs(UpdaterKind kind) {
    Updater updater = kind.create();
    LogisticRegressionWithLBFGS regression = new LogisticRegressionWithLBFGS();
    regression.optimizer().setUpdater(updater);
    assertRefused(updater, () -> regression.run(rows().rdd()));
  }

  @Test
  void composedUpdaterUnderLbfgs() {
    Updater updater = new ComposedUpdater(Optimizer.of(Sgd.defaults(), 1));
    assertRefused(updater, () -> lbfgs(updater).optimize(Rows.pairs(rows()), START));
  }

  @ParameterizedTest
  @EnumSource
  void refusalLeavesTheUpdaterUsable(UpdaterKind kind) {
    Updater updater = kind.create();
    assertRefused(updater, () -> lbfgs(updater).optimize(Rows.pairs(rows()), START));
    assertThat(run(updater, 12)).isEqualTo(run(kind.create(), 12));
  }

  private static void assertRefused(Updater updater, ThrowingCallable training) {
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(training)
        .withMessageStartingWith(
            updater.getClass().getSimpleName() + " cannot be used with LBFGS, which")
        .withMessageContaining("use SquaredL2Updater or SimpleUpdater with LBFGS")
        .withMessageEndingWith("or this updater with GradientDescent");
  }

  private static LBFGS lbfgs(Updater updater) {
    return new LBFGS(new LogisticGradient(2), updater);
  }

  private static JavaRDD<LabeledPoint> rows() {
    return LocalSpark.context().parallelize(Rows.CLASSES, 2);
  }
}
