package org.sparkradam.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.ParamPair;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import py4j.reflection.ReflectionEngine;

/** What each param of each stage does with values of other types than its own. */
class ParamTypesTest {
  /** Made by Spark, whose estimators take any value for them. */
  private static final Set<String> SPARKS =
      Set.of("featuresCol", "labelCol", "predictionCol", "rawPredictionCol", "probabilityCol");

  static Stream<ParamCase> numbers() {
    return ParamCase.all().filter(ParamCase::isNumber);
  }

  static Stream<ParamCase> wholeNumbers() {
    return ParamCase.all().filter(ParamCase::isWhole);
  }

  static Stream<ParamCase> doubles() {
    return numbers().filter(one -> !one.isWhole());
  }

  static Stream<ParamCase> flags() {
    return ParamCase.all().filter(one -> one.param() instanceof BooleanParam);
  }

  static Stream<ParamCase> others() {
    return ParamCase.all().filter(one -> !one.isNumber() && !SPARKS.contains(one.param().name()));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void takesAWholeNumberOfAnyType(ParamCase one) {
    int number = one.allowed();
    for (Number given : asEveryType(number)) {
      one.stage().clear(one.param());
      one.set(given);
      assertThat(one.value()).as("set %s", given.getClass()).isEqualTo(one.own(number));
      ParamMap map = new ParamMap().put(one.param(), given);
      assertThat(map.apply(one.param())).isEqualTo(one.own(number));
      assertThat(one.stage().copy(map).getOrDefault(one.param())).isEqualTo(one.own(number));
      assertThat(one.param().w(given).value()).isEqualTo(one.own(number));
    }
  }

  private static List<Number> asEveryType(int number) {
    return List.of(
        number,
        (long) number,
        (double) number,
        (float) number,
        (short) number,
        (byte) number,
        BigInteger.valueOf(number),
        new BigDecimal(number + ".0"));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void aPairThatIsMadeAlreadyIsRefusedByTypeAndName(ParamCase one) {
    for (Number given : asEveryType(one.allowed())) {
      if (!given.equals(one.own(one.allowed()))) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> new ParamPair<>(one.param(), given))
            .withMessageMatching(
                one.param().name()
                    + " must be of type (Double|Integer|Long), but was .* of type "
                    + given.getClass().getSimpleName());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void refusesWhatIsNoNumber(ParamCase one) {
    assertRefuses(one, "7");
    assertRefuses(one, true);
    assertRefuses(one, null);
    assertRefuses(one, List.of(7));
    assertRefuses(one, Double.NaN);
    assertRefuses(one, Float.NaN);
  }

  @ParameterizedTest
  @MethodSource("wholeNumbers")
  void refusesWhatIsNoWholeNumber(ParamCase one) {
    assertRefuses(one, 2.5);
    assertRefuses(one, 2.5f);
    assertRefuses(one, new BigDecimal("2.5"));
    assertRefuses(one, Double.POSITIVE_INFINITY);
    assertRefuses(one, 1e19);
    assertRefuses(one, BigInteger.TWO.pow(63));
    if (one.param() instanceof IntParam) {
      assertRefuses(one, 1L << 31);
    }
  }

  @ParameterizedTest
  @MethodSource("doubles")
  void refusesWhatADoubleWouldRound(ParamCase one) {
    assertRefuses(one, (1L << 53) + 1);
    assertRefuses(one, Long.MAX_VALUE);
    assertRefuses(one, new BigDecimal("0.1"));
    assertRefuses(one, BigInteger.TEN.pow(400));
  }

  @ParameterizedTest
  @MethodSource("doubles")
  void onlyAThresholdOnMarginsMayBeInfinite(ParamCase one) {
    if (one.stage() instanceof MiniBatchLinearSVC && one.param().name().equals("threshold")) {
      one.set(Double.POSITIVE_INFINITY);
      assertThat(one.value()).isEqualTo(Double.POSITIVE_INFINITY);
    } else {
      assertRefuses(one, Double.POSITIVE_INFINITY);
    }
  }

  @ParameterizedTest
  @MethodSource("flags")
  void refusesWhatIsNeitherTrueNorFalse(ParamCase one) {
    assertRefuses(one, 1);
    assertRefuses(one, "true");
    one.set(false);
    assertThat(one.value()).isEqualTo(false);
  }

  @ParameterizedTest
  @MethodSource("others")
  void refusesANumberThatIsGivenForAnythingElse(ParamCase one) {
    assertRefuses(one, 25);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ParamPair<>(one.param(), 25))
        .withMessageStartingWith(one.param().name() + " must be of type ");
  }

  /** Which methods Py4J finds for an int of Python's, and that it may call them. */
  @ParameterizedTest
  @MethodSource("doubles")
  void pythonsGatewaySetsIntegers(ParamCase one) {
    int number = one.allowed();
    assertThat(called(one.param(), "w", number)).isEqualTo(one.param().w(number));
    called(one.stage(), "set", one.param(), number);
    assertThat(one.value()).isEqualTo((double) number);
  }

  private static Object called(Object object, String method, Object... arguments) {
    ReflectionEngine gateway = new ReflectionEngine();
    return gateway.invoke(object, gateway.getMethod(object, method, arguments), arguments);
  }

  private static void assertRefuses(ParamCase one, Object value) {
    assertThatIllegalArgumentException()
        .as("%s = %s", one, value)
        .isThrownBy(() -> one.set(value))
        .withMessageStartingWith(one.param().name() + " must be ")
        .withMessageContaining("but was " + value);
    assertThatIllegalArgumentException()
        .as("%s = %s", one, value)
        .isThrownBy(() -> new ParamMap().put(one.param(), value));
  }
}
