package org.sparkradam.ml;

import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.Params;
import scala.Option;

/**
 * Copies a stage's params to a model of Spark's, all but those that it would refuse after all the
 * training: a {@code solver} of its own, an {@code aggregationDepth} of 1.
 */
final class ModelParams {
  private ModelParams() {}

  /**
   * @param extra values that go before the stage's
   * @return the model
   */
  static <T extends Params> T copy(MiniBatchStage stage, T model, ParamMap extra) {
    for (Param<?> param : stage.params()) {
      if (model.hasParam(param.name()) && !param.name().equals("solver")) {
        copy(stage, model, extra, param);
      }
    }
    return model;
  }

  @SuppressWarnings("unchecked") // params of one name have values of one type
  private static <V> boolean isValid(Param<?> param, V value) {
    return (boolean) ((Param<V>) param).isValid().apply(value);
  }

  private static <V> void copy(MiniBatchStage stage, Params model, ParamMap extra, Param<V> param) {
    Option<V> standard = stage.getDefault(param);
    if (standard.isDefined()) {
      model.defaultParamMap().put(model.getParam(param.name()), standard.get());
    }
    Option<V> given = extra.contains(param) ? extra.get(param) : stage.get(param);
    if (given.isDefined() && isValid(model.getParam(param.name()), given.get())) {
      model.set(param.name(), given.get());
    }
  }
}
