package org.sparkradam.mllib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparkradam.mllib.Calls.REG_PARAM;
import static org.sparkradam.mllib.Calls.STEP_SIZE;
import static org.sparkradam.mllib.Calls.advance;
import static org.sparkradam.mllib.Calls.gradient;
import static org.sparkradam.mllib.Calls.plain;
import static org.sparkradam.mllib.Calls.probe;
import static org.sparkradam.mllib.Calls.run;
import static org.sparkradam.mllib.Calls.start;
import static org.sparkradam.mllib.Calls.step;

import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.optimization.Updater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Penalty;
import org.sparkradam.optim.Regularization;
import org.sparkradam.optim.Schedules;
import scala.Tuple2;

/** What MLlib's calling convention asks of an updater that remembers. */
class UpdaterContractTest {
  /** Enough for RAdam to rectify. */
  private static final int STEPS = 12;

  @ParameterizedTest
  @EnumSource
  void stepsAsTheRuleDoes(UpdaterKind kind) {
    assertThat(run(kind.create(), STEPS)).isEqualTo(plain(optimizer(kind), STEPS));
  }

  @ParameterizedTest
  @CsvSource({"NONE, 0", "L1, 0.75", "L2, 0.875", "DECOUPLED, 0"})
  void probeReturnsThePenaltyAndTheWeights(Regularization regularization, double value) {
    for (UpdaterKind kind : UpdaterKind.values()) {
      Updater updater = kind.create().setRegularization(regularization);
      Tuple2<Vector, Object> answer = probe(updater, start());
      assertThat((double) answer._2()).isEqualTo(value);
      assertThat(answer._1().toArray()).isEqualTo(start());
    }
  }

  @ParameterizedTest
  @EnumSource
  void stepReturnsThePenaltyAtTheNewWeights(UpdaterKind kind) {
    Updater updater = kind.create();
    Vector gradient = Vectors.dense(gradient(1));
    Tuple2<Vector, Object> answer =
        updater.compute(Vectors.dense(start()), gradient, STEP_SIZE, 1, REG_PARAM);
    assertThat((double) answer._2())
        .isEqualTo(Penalty.of(Regularization.L2, REG_PARAM).value(answer._1().toArray()));
  }

  @ParameterizedTest
  @EnumSource
  void probesDoNotAdvance(UpdaterKind kind) {
    Updater updater = kind.create();
    for (int i = 0; i < 7; i++) {
      probe(updater, start());
    }
    assertThat(advance(updater, start(), 1, STEPS)).isEqualTo(run(kind.create(), STEPS));
  }

  @ParameterizedTest
  @EnumSource
  void probeBeginsANewRun(UpdaterKind kind) {
    Updater updater = kind.create();
    run(updater, 9);
    assertThat(run(updater, STEPS)).isEqualTo(run(kind.create(), STEPS));
  }

  @ParameterizedTest
  @EnumSource
  void newRunMayHaveAnotherSize(UpdaterKind kind) {
    Updater updater = kind.create();
    probe(updater, new double[] {4, 5});
    updater.compute(Vectors.dense(4, 5), Vectors.dense(1, -1), STEP_SIZE, 1, REG_PARAM);
    assertThat(run(updater, STEPS)).isEqualTo(run(kind.create(), STEPS));
  }

  @ParameterizedTest
  @EnumSource
  void worksWithoutAnyProbe(UpdaterKind kind) {
    assertThat(advance(kind.create(), start(), 1, STEPS)).isEqualTo(run(kind.create(), STEPS));
  }

  @ParameterizedTest
  @EnumSource
  void countsItsOwnSteps(UpdaterKind kind) {
    Updater updater = kind.create().setSchedule(Schedules.linearWarmup(10));
    double[] weights = start();
    probe(updater, weights);
    for (int t = 1; t <= STEPS; t++) {
      // The minibatches 1, 2, 4, 5, 7, ... came out empty.
      weights = step(updater, weights, t, 3 * t);
    }
    Optimizer optimizer = optimizer(kind).withSchedule(Schedules.linearWarmup(10));
    assertThat(weights).isEqualTo(plain(optimizer, STEPS));
  }

  @ParameterizedTest
  @EnumSource
  void writesIntoNoArrayOfTheCaller(UpdaterKind kind) {
    for (Regularization regularization : Regularization.values()) {
      Updater updater = kind.create().setRegularization(regularization);
      double[] weights = start();
      double[] gradient = gradient(1);
      probe(updater, weights);
      Vector first =
          updater
              .compute(Vectors.dense(weights), Vectors.dense(gradient), STEP_SIZE, 1, REG_PARAM)
              ._1();
      double[] afterFirst = first.toArray().clone();
      updater.compute(first, Vectors.dense(gradient), STEP_SIZE, 2, REG_PARAM);
      assertThat(weights).isEqualTo(start());
      assertThat(gradient).isEqualTo(gradient(1));
      assertThat(first.toArray()).isEqualTo(afterFirst).isNotEqualTo(weights);
    }
  }

  @ParameterizedTest
  @EnumSource
  void takesSparseVectors(UpdaterKind kind) {
    Vector weights = Vectors.dense(0, 2, 0);
    Vector gradient = Vectors.dense(0, 0, -3);
    Updater dense = kind.create();
    Updater sparse = kind.create();
    assertThat(probeAndStep(sparse, weights.toSparse(), gradient.toSparse()))
        .isEqualTo(probeAndStep(dense, weights, gradient));
    assertThat(weights.toSparse().values()).containsExactly(2);
  }

  private static double[] probeAndStep(Updater updater, Vector weights, Vector gradient) {
    updater.compute(weights, Vectors.zeros(3), 0, 1, REG_PARAM);
    Vector first = updater.compute(weights, gradient, STEP_SIZE, 1, REG_PARAM)._1();
    return updater.compute(first, gradient, STEP_SIZE, 2, REG_PARAM)._1().toArray();
  }

  @Test
  void composedUpdaterKeepsItsOwnPenalty() {
    Penalty penalty = Penalty.none().withL2(0.5).withFactors(new double[] {1, 1, 0});
    Optimizer optimizer = optimizer(UpdaterKind.RADAM).withPenalty(penalty);
    ComposedUpdater updater = new ComposedUpdater(optimizer);
    assertThat((double) probe(updater, start())._2()).isEqualTo(penalty.value(start()));
    assertThat(run(updater, STEPS)).isEqualTo(plain(optimizer, STEPS));
  }

  private static Optimizer optimizer(UpdaterKind kind) {
    return Optimizer.of(kind.rule, STEP_SIZE).withPenalty(Penalty.of(Regularization.L2, REG_PARAM));
  }
}
