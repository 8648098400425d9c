package org.sparkradam.ml;

import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.sparkradam.ml.internal.param.ParamValue;

/**
 * A penalty and an intercept; names and defaults are MLlib's.
 *
 * @param <S> the stage
 */
public interface HasPenalty<S> extends MiniBatchStage {
  /** See {@link #setRegParam}. */
  default DoubleParam regParam() {
    return stageParams().objective.regParam;
  }

  /** See {@link #setRegParam}. */
  default double getRegParam() {
    return ParamValue.of(this, regParam());
  }

  /** Strength of the penalty in the objective, at least 0; default 0. */
  default S setRegParam(double value) {
    return ParamValue.set(this, regParam(), value);
  }

  /** See {@link #setFitIntercept}. */
  default BooleanParam fitIntercept() {
    return stageParams().objective.fitIntercept;
  }

  /** See {@link #setFitIntercept}. */
  default boolean getFitIntercept() {
    return ParamValue.of(this, fitIntercept());
  }

  /** Whether there is an intercept; default true. */
  default S setFitIntercept(boolean value) {
    return ParamValue.set(this, fitIntercept(), value);
  }
}
