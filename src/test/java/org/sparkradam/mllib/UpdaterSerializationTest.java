package org.sparkradam.mllib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparkradam.mllib.Calls.advance;
import static org.sparkradam.mllib.Calls.probe;
import static org.sparkradam.mllib.Calls.run;
import static org.sparkradam.mllib.Calls.start;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.stream.Stream;
import org.apache.spark.mllib.optimization.Updater;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkradam.optim.Adam;
import org.sparkradam.optim.BelowThreshold;
import org.sparkradam.optim.EpsilonPlacement;
import org.sparkradam.optim.GradientClip;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Regularization;
import org.sparkradam.optim.Schedules;
import org.sparkradam.optim.VarianceModel;

/** Spark may send an updater anywhere, even in the middle of a run. */
class UpdaterSerializationTest {
  private static final int STEPS = 12;

  /** With no setting at its default. */
  static Stream<Updater> updaters() {
    return Stream.of(
        new RAdamUpdater()
            .setBeta1(0.8)
            .setBeta2(0.95)
            .setEpsilon(0.01)
            .setEpsilonPlacement(EpsilonPlacement.CORRECTED)
            .setRhoThreshold(3)
            .setVarianceModel(VarianceModel.EXACT)
            .setBelowThreshold(BelowThreshold.SKIP)
            .setRegularization(Regularization.L1)
            .setSchedule(Schedules.linearWarmup(8))
            .setGradientClip(GradientClip.byNorm(2)),
        new AdamUpdater()
            .setBeta1(0.8)
            .setBeta2(0.95)
            .setEpsilon(0.01)
            .setEpsilonPlacement(EpsilonPlacement.RAW)
            .setRegularization(Regularization.DECOUPLED)
            .setSchedule(Schedules.cosine(20, 0.1)),
        new SgdUpdater()
            .setMomentum(0.7)
            .setNesterov(true)
            .setRegularization(Regularization.L1)
            .setGradientClip(GradientClip.byValue(1)),
        new ComposedUpdater(Optimizer.of(Adam.defaults(), 1)));
  }

  @ParameterizedTest
  @MethodSource("updaters")
  void settingsSurviveAndTheRunBeginsAnew(Updater updater) throws Exception {
    double[] whole = run(updater, STEPS);
    double[] half = halfARun(updater);
    Updater copy = copy(updater);
    // Were moments carried along, a step without a probe would go on with them.
    assertThat(advance(copy, start(), 1, STEPS)).isEqualTo(whole);
    assertThat(run(copy(updater), STEPS)).isEqualTo(whole);
    assertThat(advance(updater, half, STEPS / 2 + 1, STEPS)).isEqualTo(whole);
  }

  private static double[] halfARun(Updater updater) {
    probe(updater, start());
    return advance(updater, start(), 1, STEPS / 2);
  }

  private static Updater copy(Updater updater) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(updater);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (Updater) in.readObject();
    }
  }
}
