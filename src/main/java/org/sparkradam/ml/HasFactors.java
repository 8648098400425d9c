package org.sparkradam.ml;

import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.sparkradam.ml.internal.param.ParamValue;

/**
 * A factorization machine; names and defaults are MLlib's. The penalty, of strength {@code
 * regParam}, is half the squared norm of all weights of the model: factors, linear ones and
 * intercept.
 *
 * @param <S> the stage
 */
public interface HasFactors<S> extends HasPenalty<S>, HasWeights<S> {
  /** See {@link #setFactorSize}. */
  default IntParam factorSize() {
    return stageParams().factors.factorSize;
  }

  /** See {@link #setFactorSize}. */
  default int getFactorSize() {
    return ParamValue.of(this, factorSize());
  }

  /** Length of each feature's factors, at least 1; default 8. */
  default S setFactorSize(int value) {
    return ParamValue.set(this, factorSize(), value);
  }

  /** See {@link #setFitLinear}. */
  default BooleanParam fitLinear() {
    return stageParams().factors.fitLinear;
  }

  /** See {@link #setFitLinear}. */
  default boolean getFitLinear() {
    return ParamValue.of(this, fitLinear());
  }

  /** Whether there are linear terms; default true. */
  default S setFitLinear(boolean value) {
    return ParamValue.set(this, fitLinear(), value);
  }

  /** See {@link #setInitStd}. */
  default DoubleParam initStd() {
    return stageParams().factors.initStd;
  }

  /** See {@link #setInitStd}. */
  default double getInitStd() {
    return ParamValue.of(this, initStd());
  }

  /** Standard deviation of the factors to start with, on scaled features; default 0.01. */
  default S setInitStd(double value) {
    return ParamValue.set(this, initStd(), value);
  }
}
