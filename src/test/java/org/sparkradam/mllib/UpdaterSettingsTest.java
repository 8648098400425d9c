package org.sparkradam.mllib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.sparkradam.mllib.Calls.REG_PARAM;
import static org.sparkradam.mllib.Calls.STEP_SIZE;
import static org.sparkradam.mllib.Calls.advance;
import static org.sparkradam.mllib.Calls.plain;
import static org.sparkradam.mllib.Calls.probe;
import static org.sparkradam.mllib.Calls.run;
import static org.sparkradam.mllib.Calls.start;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.stream.Stream;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.optimization.Updater;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkradam.optim.Adam;
import org.sparkradam.optim.BelowThreshold;
import org.sparkradam.optim.EpsilonPlacement;
import org.sparkradam.optim.GradientClip;
import org.sparkradam.optim.LearningRateSchedule;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Penalty;
import org.sparkradam.optim.RAdam;
import org.sparkradam.optim.Regularization;
import org.sparkradam.optim.Schedules;
import org.sparkradam.optim.Sgd;
import org.sparkradam.optim.UpdateRule;
import org.sparkradam.optim.VarianceModel;

/** Setters: what they refuse, and that the rest arrives at the rule. */
class UpdaterSettingsTest {
  private static final int STEPS = 12;

  static Stream<Arguments> settings() {
    RAdam radam = RAdam.defaults();
    Adam adam = Adam.defaults();
    return Stream.of(
        arguments(new RAdamUpdater(), radam),
        arguments(new RAdamUpdater().setBeta1(0.8), radam.withBeta1(0.8)),
        arguments(new RAdamUpdater().setBeta2(0.99), radam.withBeta2(0.99)),
        arguments(new RAdamUpdater().setEpsilon(0.1), radam.withEpsilon(0.1)),
        arguments(
            new RAdamUpdater().setEpsilonPlacement(EpsilonPlacement.CORRECTED),
            radam.withEpsilonPlacement(EpsilonPlacement.CORRECTED)),
        arguments(new RAdamUpdater().setRhoThreshold(6), radam.withRhoThreshold(6)),
        arguments(
            new RAdamUpdater().setRhoThreshold(2.5).setVarianceModel(VarianceModel.EXACT),
            radam.withVarianceModel(VarianceModel.EXACT).withRhoThreshold(2.5)),
        arguments(
            new RAdamUpdater().setBelowThreshold(BelowThreshold.SKIP),
            radam.withBelowThreshold(BelowThreshold.SKIP)),
        arguments(new AdamUpdater(), adam),
        arguments(new AdamUpdater().setBeta1(0.8), adam.withBeta1(0.8)),
        arguments(new AdamUpdater().setBeta2(0.99), adam.withBeta2(0.99)),
        arguments(new AdamUpdater().setEpsilon(0.1), adam.withEpsilon(0.1)),
        arguments(
            new AdamUpdater().setEpsilonPlacement(EpsilonPlacement.RAW),
            adam.withEpsilonPlacement(EpsilonPlacement.RAW)),
        arguments(new SgdUpdater(), Sgd.defaults()),
        arguments(new SgdUpdater().setMomentum(0.7), new Sgd(0.7, false)),
        arguments(new SgdUpdater().setNesterov(true).setMomentum(0.7), new Sgd(0.7, true)));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void eachSettingArrivesAtTheRule(SettableUpdater<?> updater, UpdateRule rule) {
    for (Regularization regularization : Regularization.values()) {
      Penalty penalty = Penalty.of(regularization, REG_PARAM);
      updater.setRegularization(regularization);
      assertThat(run(updater, STEPS))
          .isEqualTo(plain(Optimizer.of(rule, STEP_SIZE).withPenalty(penalty), STEPS));
    }
  }

  @ParameterizedTest
  @EnumSource
  void scheduleAndClippingArrive(UpdaterKind kind) {
    LearningRateSchedule schedule = Schedules.linearWarmup(4).times(Schedules.inverseSquareRoot(5));
    for (GradientClip clip : new GradientClip[] {GradientClip.byNorm(2), GradientClip.byValue(1)}) {
      Updater updater = kind.create().setSchedule(schedule).setGradientClip(clip);
      Optimizer optimizer =
          Optimizer.of(kind.rule, STEP_SIZE)
              .withPenalty(Penalty.of(Regularization.L2, REG_PARAM))
              .withSchedule(schedule)
              .withClip(clip);
      assertThat(run(updater, STEPS)).isEqualTo(plain(optimizer, STEPS));
    }
  }

  static Stream<Arguments> badValues() {
    return Stream.of(
        refused(() -> new RAdamUpdater().setBeta1(1), "beta1 must be in [0, 1), but was 1.0"),
        refused(() -> new RAdamUpdater().setBeta2(-0.1), "beta2 must be in [0, 1), but was -0.1"),
        refused(
            () -> new RAdamUpdater().setBeta2(Double.NaN), "beta2 must be in [0, 1), but was NaN"),
        refused(
            () -> new RAdamUpdater().setEpsilon(0),
            "epsilon must be above 0 and finite, but was 0"),
        refused(
            () -> new RAdamUpdater().setEpsilonPlacement(null),
            "epsilonPlacement must be given, but was null"),
        refused(
            () -> new RAdamUpdater().setRhoThreshold(1.9),
            "rhoThreshold must be at least 2.0 and finite, but was 1.9"),
        refused(
            () -> new RAdamUpdater().setVarianceModel(null),
            "varianceModel must be given, but was null"),
        refused(
            () -> new RAdamUpdater().setBelowThreshold(null),
            "belowThreshold must be given, but was null"),
        refused(() -> new AdamUpdater().setBeta1(1.5), "beta1 must be in [0, 1), but was 1.5"),
        refused(() -> new AdamUpdater().setBeta2(1), "beta2 must be in [0, 1), but was 1.0"),
        refused(
            () -> new AdamUpdater().setEpsilon(Double.POSITIVE_INFINITY),
            "epsilon must be above 0 and finite, but was Infinity"),
        refused(
            () -> new AdamUpdater().setEpsilonPlacement(null),
            "epsilonPlacement must be given, but was null"),
        refused(() -> new SgdUpdater().setMomentum(1), "momentum must be in [0, 1), but was 1.0"));
  }

  static Stream<Arguments> nulls() {
    return Stream.of(UpdaterKind.values())
        .flatMap(
            kind ->
                Stream.of(
                    refused(
                        () -> kind.create().setRegularization(null),
                        "regularization must be given, but was null"),
                    refused(
                        () -> kind.create().setSchedule(null),
                        "schedule must be given, but was null"),
                    refused(
                        () -> kind.create().setGradientClip(null),
                        "gradientClip must be given, but was null")));
  }

  @ParameterizedTest
  @MethodSource({"badValues", "nulls"})
  void badValueIsRefusedAtOnce(ThrowingCallable setter, String message) {
    assertThatIllegalArgumentException().isThrownBy(setter).withMessageStartingWith(message);
  }

  private static Arguments refused(ThrowingCallable setter, String message) {
    return arguments(setter, message);
  }

  static Stream<Arguments> badCombinations() {
    return Stream.of(
        arguments(
            new RAdamUpdater().setRhoThreshold(2.5),
            "rhoThreshold must be at least 4.0 and finite, but was 2.5"),
        arguments(
            new RAdamUpdater().setBeta2(0.5).setBelowThreshold(BelowThreshold.SKIP),
            "rhoThreshold must be below 2/(1-beta2) - 1 = 3.0 with SKIP, which would never move,"
                + " but was 4.0"),
        arguments(
            new SgdUpdater().setNesterov(true),
            "momentum must be in (0, 1) with nesterov, but was 0.0"));
  }

  @ParameterizedTest
  @MethodSource("badCombinations")
  void badCombinationIsRefusedWhenARunBegins(Updater updater, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> probe(updater, start()))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> advance(updater, start(), 1, 1))
        .withMessage(message);
  }

  @Test
  void regParamIsChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RAdamUpdater().compute(Vectors.zeros(1), Vectors.zeros(1), 0, 1, -1))
        .withMessageContaining("regularization strength must be at least 0");
  }

  @ParameterizedTest
  @EnumSource
  void settingChangedDuringARunCountsFromTheNext(UpdaterKind kind) {
    SettableUpdater<?> updater = kind.create();
    probe(updater, start());
    double[] half = advance(updater, start(), 1, STEPS / 2);
    updater
        .setRegularization(Regularization.L1)
        .setSchedule(Schedules.linearWarmup(100))
        .setGradientClip(GradientClip.byNorm(0.1));
    assertThat(advance(updater, half, STEPS / 2 + 1, STEPS)).isEqualTo(run(kind.create(), STEPS));

    Optimizer changed =
        Optimizer.of(kind.rule, STEP_SIZE)
            .withPenalty(Penalty.of(Regularization.L1, REG_PARAM))
            .withSchedule(Schedules.linearWarmup(100))
            .withClip(GradientClip.byNorm(0.1));
    assertThat(run(updater, STEPS)).isEqualTo(plain(changed, STEPS));
  }

  @Test
  void ruleSettingChangedDuringARunCountsFromTheNext() {
    RAdamUpdater updater = new RAdamUpdater();
    probe(updater, start());
    double[] half = advance(updater, start(), 1, STEPS / 2);
    updater.setBeta1(0.1).setRhoThreshold(50);
    assertThat(advance(updater, half, STEPS / 2 + 1, STEPS))
        .isEqualTo(run(new RAdamUpdater(), STEPS));
  }

  @Test
  void settersReturnTheUpdaterItself() {
    RAdamUpdater radam = new RAdamUpdater();
    RAdamUpdater sameRadam =
        radam
            .setRegularization(Regularization.L1)
            .setSchedule(Schedules.constant())
            .setGradientClip(GradientClip.none())
            .setBeta1(0.9)
            .setBeta2(0.999)
            .setEpsilon(1e-8)
            .setEpsilonPlacement(EpsilonPlacement.RAW)
            .setRhoThreshold(4)
            .setVarianceModel(VarianceModel.EXACT)
            .setBelowThreshold(BelowThreshold.SKIP);
    assertThat(sameRadam).isSameAs(radam);
    AdamUpdater adam = new AdamUpdater();
    AdamUpdater sameAdam =
        adam.setRegularization(Regularization.L1)
            .setBeta1(0.9)
            .setBeta2(0.999)
            .setEpsilon(1e-8)
            .setEpsilonPlacement(EpsilonPlacement.RAW);
    assertThat(sameAdam).isSameAs(adam);
    SgdUpdater sgd = new SgdUpdater();
    SgdUpdater sameSgd =
        sgd.setRegularization(Regularization.L1).setMomentum(0.9).setNesterov(true);
    assertThat(sameSgd).isSameAs(sgd);
  }

  /** Scala's and Python's callers reach a method by reflection, where its class must be public. */
  @ParameterizedTest
  @EnumSource
  void settersAreCallableByReflection(UpdaterKind kind) throws ReflectiveOperationException {
    Class<?> type = kind.create().getClass();
    assertThat(type.getConstructor().newInstance()).isInstanceOf(Updater.class);
    for (Method method : type.getMethods()) {
      if (method.getName().startsWith("set")) {
        assertThat(Modifier.isPublic(method.getDeclaringClass().getModifiers()))
            .as(method.toString())
            .isTrue();
      }
    }
  }
}
