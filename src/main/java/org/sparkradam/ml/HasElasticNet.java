package org.sparkradam.ml;

import org.apache.spark.ml.param.DoubleParam;
import org.sparkradam.ml.internal.param.ParamValue;

/**
 * The mix of penalties, as in MLlib.
 *
 * @param <S> the stage
 */
public interface HasElasticNet<S> extends MiniBatchStage {
  /** See {@link #setElasticNetParam}. */
  default DoubleParam elasticNetParam() {
    return stageParams().objective.elasticNetParam;
  }

  /** See {@link #setElasticNetParam}. */
  default double getElasticNetParam() {
    return ParamValue.of(this, elasticNetParam());
  }

  /** Share of L1 in the penalty, in [0, 1], the rest being L2; default 0. L1 gives true zeros. */
  default S setElasticNetParam(double value) {
    return ParamValue.set(this, elasticNetParam(), value);
  }
}
