package org.sparkradam.ml;

import org.apache.spark.ml.param.Param;
import org.sparkradam.ml.internal.param.ParamValue;

/**
 * Classes that count by a weight, which multiplies those of their rows.
 *
 * @param <S> the stage
 */
public interface HasClassWeight<S> extends MiniBatchStage {
  /** See {@link #setClassWeight}. */
  default Param<String> classWeight() {
    return stageParams().objective.classWeight;
  }

  /** See {@link #setClassWeight}. */
  default String getClassWeight() {
    return ParamValue.of(this, classWeight());
  }

  /**
   * {@code none} (default); {@code balanced}, so that all classes weigh the same together and the
   * sum of all weights stays what it is, which takes one more pass over the table; or numbers above
   * 0, one a class, such as {@code 1,25}.
   */
  default S setClassWeight(String value) {
    return ParamValue.set(this, classWeight(), value);
  }
}
