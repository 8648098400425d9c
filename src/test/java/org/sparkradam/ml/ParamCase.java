package org.sparkradam.ml;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;

/** A param of a stage, to which values of any type are given. */
record ParamCase(MiniBatchStage stage, Param<Object> param) {
  static final List<Supplier<MiniBatchStage>> STAGES =
      List.of(
          MiniBatchLogisticRegression::new,
          MiniBatchLinearRegression::new,
          MiniBatchLinearSVC::new,
          MiniBatchFMClassifier::new,
          MiniBatchFMRegressor::new,
          MiniBatchMultilayerPerceptronClassifier::new);

  @SuppressWarnings("unchecked") // tests say what values are given
  static ParamCase of(MiniBatchStage stage, String name) {
    return new ParamCase(stage, (Param<Object>) (Param<?>) stage.getParam(name));
  }

  /** Every param of every stage, each in a stage that no other has. */
  static Stream<ParamCase> all() {
    return STAGES.stream()
        .flatMap(
            stage ->
                Arrays.stream(stage.get().params()).map(param -> of(stage.get(), param.name())));
  }

  @Override
  public String toString() {
    return stage.getClass().getSimpleName() + " " + param.name();
  }

  boolean isNumber() {
    return param instanceof DoubleParam || isWhole();
  }

  boolean isWhole() {
    return param instanceof IntParam || param instanceof LongParam;
  }

  Object own(int number) {
    if (param instanceof DoubleParam) {
      return (double) number;
    }
    return param instanceof IntParam ? (Object) number : (Object) (long) number;
  }

  /** A whole number that the param may have, as no two defaults are. */
  int allowed() {
    return IntStream.of(7, 1, 0).filter(this::isAllowed).findFirst().orElseThrow();
  }

  private boolean isAllowed(int number) {
    try {
      return (boolean) param.isValid().apply(own(number));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  void set(Object value) {
    stage.set(param, value);
  }

  Object value() {
    return stage.getOrDefault(param);
  }
}
