package org.sparkradam.mllib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.mllib.optimization.GradientDescent;
import org.apache.spark.mllib.optimization.HingeGradient;
import org.apache.spark.mllib.optimization.L1Updater;
import org.apache.spark.mllib.optimization.LogisticGradient;
import org.apache.spark.mllib.optimization.SimpleUpdater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The setters are those of MLlib's {@code GradientDescent}. */
class MiniBatchGradientDescentSettingsTest {
  static Stream<Method> mllibsSetters() {
    return Stream.of(GradientDescent.class.getDeclaredMethods())
        .filter(method -> method.getName().startsWith("set"));
  }

  @ParameterizedTest
  @MethodSource("mllibsSetters")
  void hasEverySetterOfMllibs(Method setter) throws NoSuchMethodException {
    assertThat(
            MiniBatchGradientDescent.class
                .getMethod(setter.getName(), setter.getParameterTypes())
                .getReturnType())
        .isEqualTo(MiniBatchGradientDescent.class);
  }

  @Test
  void settersReturnTheOptimizerItself() {
    MiniBatchGradientDescent descent =
        new MiniBatchGradientDescent(new HingeGradient(), new L1Updater());
    assertThat(
            List.of(
                descent.setStepSize(0.1),
                descent.setNumIterations(0),
                descent.setRegParam(0),
                descent.setMiniBatchFraction(1),
                descent.setConvergenceTol(1),
                descent.setGradient(new LogisticGradient()),
                descent.setUpdater(new SimpleUpdater()),
                descent.setSeed(-1)))
        .allSatisfy(returned -> assertThat(returned).isSameAs(descent));
  }

  static Stream<Arguments> badValues() {
    return Stream.of(
        bad("stepSize", d -> d.setStepSize(0)),
        bad("stepSize", d -> d.setStepSize(-1)),
        bad("stepSize", d -> d.setStepSize(Double.NaN)),
        bad("numIterations", d -> d.setNumIterations(-1)),
        bad("regParam", d -> d.setRegParam(-0.1)),
        bad("regParam", d -> d.setRegParam(Double.NaN)),
        bad("miniBatchFraction", d -> d.setMiniBatchFraction(0)),
        bad("miniBatchFraction", d -> d.setMiniBatchFraction(1.01)),
        bad("miniBatchFraction", d -> d.setMiniBatchFraction(Double.NaN)),
        bad("convergenceTol", d -> d.setConvergenceTol(-0.1)),
        bad("convergenceTol", d -> d.setConvergenceTol(1.1)),
        bad("gradient", d -> d.setGradient(null)),
        bad("updater", d -> d.setUpdater(null)),
        bad("gradient", d -> new MiniBatchGradientDescent(null, new SimpleUpdater())),
        bad("updater", d -> new MiniBatchGradientDescent(new HingeGradient(), null)));
  }

  private static Arguments bad(String name, Consumer<MiniBatchGradientDescent> setting) {
    return Arguments.of(name, setting);
  }

  @ParameterizedTest
  @MethodSource("badValues")
  void refusesBadValuesByName(String name, Consumer<MiniBatchGradientDescent> setting) {
    MiniBatchGradientDescent descent =
        new MiniBatchGradientDescent(new HingeGradient(), new L1Updater());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> setting.accept(descent))
        .withMessageStartingWith(name);
  }
}
