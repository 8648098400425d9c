package org.sparkradam.ml;

import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.shared.HasWeightCol;
import org.sparkradam.ml.internal.param.ParamValue;

/**
 * Rows that count by a weight, as in MLlib.
 *
 * @param <S> the stage
 */
public interface HasWeights<S> extends MiniBatchStage, HasWeightCol {
  @Override
  default Param<String> weightCol() {
    return stageParams().objective.weightCol;
  }

  /** The column of weights, at least 0. Not set or empty: all rows count alike. */
  default S setWeightCol(String value) {
    return ParamValue.set(this, weightCol(), value);
  }

  /** Scala would call it to set the trait's field; a stage makes its params itself. */
  @Override
  default void org$apache$spark$ml$param$shared$HasWeightCol$_setter_$weightCol_$eq(
      Param<String> param) {}
}
