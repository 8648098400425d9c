package org.sparkradam.ml;

import org.apache.spark.ml.param.BooleanParam;
import org.sparkradam.ml.internal.param.ParamValue;

/**
 * What a linear model is asked to minimise, no penalty being on the intercept; names, meaning and
 * defaults are MLlib's.
 *
 * @param <S> the stage
 */
public interface HasLinearObjective<S> extends HasWeights<S>, HasPenalty<S> {
  /** See {@link #setStandardization}. */
  default BooleanParam standardization() {
    return stageParams().objective.standardization;
  }

  /** See {@link #setStandardization}. */
  default boolean getStandardization() {
    return ParamValue.of(this, standardization());
  }

  /**
   * Whether the penalty is on the coefficients of standardised features, and not on the model's;
   * default true. Training is on scaled ones in either case.
   */
  default S setStandardization(boolean value) {
    return ParamValue.set(this, standardization(), value);
  }
}
