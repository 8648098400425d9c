package org.sparkradam.ml.internal.param;

import java.util.Optional;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/** Values of a stage's params with the types that Scala's generics hide from Java. */
public final class ParamValue {
  private ParamValue() {}

  public static double of(Params stage, DoubleParam param) {
    return (double) stage.getOrDefault(param);
  }

  public static int of(Params stage, IntParam param) {
    return (int) stage.getOrDefault(param);
  }

  public static long of(Params stage, LongParam param) {
    return (long) stage.getOrDefault(param);
  }

  public static boolean of(Params stage, BooleanParam param) {
    return (boolean) stage.getOrDefault(param);
  }

  public static String of(Params stage, Param<String> param) {
    return stage.getOrDefault(param);
  }

  /** The value, if the stage has the param at all and it is set or has a default. */
  @SuppressWarnings("unchecked") // the caller knows what Scala's erased type stands for
  public static <T> Optional<T> ifDefined(Params stage, Param<?> param) {
    return stage.hasParam(param.name()) && stage.isDefined(param)
        ? Optional.of((T) stage.getOrDefault(param))
        : Optional.empty();
  }

  /** Sets a value and returns the stage as what it is. */
  @SuppressWarnings("unchecked") // S is the stage's own class
  public static <S, T> S set(Params stage, Param<T> param, T value) {
    return (S) stage.set(param, value);
  }
}
