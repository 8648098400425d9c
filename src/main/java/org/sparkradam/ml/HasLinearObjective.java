package org.sparkradam.ml;

import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;

/**
 * What a linear model is asked to minimise; names, meaning and defaults are MLlib's.
 *
 * @param <S> the stage
 */
public interface HasLinearObjective<S> extends HasWeights<S> {
  /** See {@link #setRegParam}. */
  default DoubleParam regParam() {
    return stageParams().objective.regParam;
  }

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

  default boolean getFitIntercept() {
    return ParamValue.of(this, fitIntercept());
  }

  /** Whether there is an intercept, which no penalty touches; default true. */
  default S setFitIntercept(boolean value) {
    return ParamValue.set(this, fitIntercept(), value);
  }

  /** See {@link #setStandardization}. */
  default BooleanParam standardization() {
    return stageParams().objective.standardization;
  }

  default boolean getStandardization() {
    return ParamValue.of(this, standardization());
  }

  /**
   * Whether the penalty is on the coefficients of standardised features, and not on the model's;
   * default true. Training is on standardised ones in either case.
   */
  default S setStandardization(boolean value) {
    return ParamValue.set(this, standardization(), value);
  }
}
