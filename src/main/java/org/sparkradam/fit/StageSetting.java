package org.sparkradam.fit;

import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.sparkradam.table.column.BadInputException;

/**
 * A value that a person gave to a stage's param.
 *
 * @param option that it was given by, to be named where it is wrong
 * @param param the param's name
 * @param value as text or number
 */
public record StageSetting(String option, String param, Object value) {
  /**
   * Sets the param.
   *
   * @throws BadInputException if the stage has no such param, or refuses the value
   */
  void applyTo(Params stage) {
    if (!stage.hasParam(param)) {
      throw new BadInputException("%s: this model has no %s".formatted(option, param));
    }
    Param<Object> target = stage.getParam(param);
    try {
      stage.set(target, typed(target, value.toString()));
    } catch (NumberFormatException e) {
      throw new BadInputException(
          "%s: %s must be a number, but was %s".formatted(option, param, value), e);
    } catch (IllegalArgumentException e) {
      throw new BadInputException("%s: %s".formatted(option, e.getMessage()), e);
    }
  }

  private static Object typed(Param<?> param, String text) {
    if (param instanceof DoubleParam) {
      return Double.valueOf(text);
    } else if (param instanceof IntParam) {
      return Integer.valueOf(text);
    } else if (param instanceof LongParam) {
      return Long.valueOf(text);
    }
    return param instanceof BooleanParam ? (Object) Boolean.valueOf(text) : text;
  }
}
