package org.sparkradam.ml;

import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.sparkradam.ml.internal.param.ParamValue;

/**
 * Rows that are held out of training, on which the best weights are chosen and training stops
 * early.
 *
 * @param <S> the stage
 */
public interface HasValidation<S> extends MiniBatchStage {
  /** See {@link #setValidationIndicatorCol}. */
  default Param<String> validationIndicatorCol() {
    return stageParams().validation.validationIndicatorCol;
  }

  /** See {@link #setValidationIndicatorCol}. */
  default String getValidationIndicatorCol() {
    return ParamValue.of(this, validationIndicatorCol());
  }

  /**
   * A boolean column, true in the rows that are held out. The model is that of the lowest mean loss
   * on them, without penalty. Not set: all rows are trained on and the last weights are the
   * model's.
   */
  default S setValidationIndicatorCol(String value) {
    return ParamValue.set(this, validationIndicatorCol(), value);
  }

  /** See {@link #setValidationInterval}. */
  default IntParam validationInterval() {
    return stageParams().validation.validationInterval;
  }

  /** See {@link #setValidationInterval}. */
  default int getValidationInterval() {
    return ParamValue.of(this, validationInterval());
  }

  /**
   * Steps between two evaluations on held-out rows, at least 1. Not set: an epoch, or a twentieth
   * of the steps where that is less. Where all held-out rows would take longer than a quarter of
   * the training in between, a random part of them, always the same, is looked at.
   */
  default S setValidationInterval(int value) {
    return ParamValue.set(this, validationInterval(), value);
  }

  /** See {@link #setValidationPatience}. */
  default IntParam validationPatience() {
    return stageParams().validation.validationPatience;
  }

  /** See {@link #setValidationPatience}. */
  default int getValidationPatience() {
    return ParamValue.of(this, validationPatience());
  }

  /** Evaluations without a new best after which training stops, at least 1; default 10. */
  default S setValidationPatience(int value) {
    return ParamValue.set(this, validationPatience(), value);
  }
}
