package org.sparkradam.ml;

import org.apache.spark.ml.param.Param;
import org.sparkradam.ml.internal.param.ParamValue;

/**
 * Choices by name that the update rule of a stage has.
 *
 * @param <S> the stage
 */
public interface HasOptimizerVariants<S> extends MiniBatchStage {
  /** See {@link #setEpsilonPlacement}. */
  default Param<String> epsilonPlacement() {
    return stageParams().variants.epsilonPlacement;
  }

  /** See {@link #setEpsilonPlacement}. */
  default String getEpsilonPlacement() {
    return ParamValue.of(this, epsilonPlacement());
  }

  /** {@code raw} or {@code corrected}. Not set: raw for radam, else corrected. */
  default S setEpsilonPlacement(String value) {
    return ParamValue.set(this, epsilonPlacement(), value);
  }

  /** See {@link #setVarianceModel}. */
  default Param<String> varianceModel() {
    return stageParams().variants.varianceModel;
  }

  /** See {@link #setVarianceModel}. */
  default String getVarianceModel() {
    return ParamValue.of(this, varianceModel());
  }

  /** Of radam: {@code first-order} (default) or {@code exact}. */
  default S setVarianceModel(String value) {
    return ParamValue.set(this, varianceModel(), value);
  }

  /** See {@link #setBelowThreshold}. */
  default Param<String> belowThreshold() {
    return stageParams().variants.belowThreshold;
  }

  /** See {@link #setBelowThreshold}. */
  default String getBelowThreshold() {
    return ParamValue.of(this, belowThreshold());
  }

  /** What radam does below its threshold: {@code momentum} (default) or {@code skip}. */
  default S setBelowThreshold(String value) {
    return ParamValue.set(this, belowThreshold(), value);
  }

  /** See {@link #setWarmup}. */
  default Param<String> warmup() {
    return stageParams().variants.warmup;
  }

  /** See {@link #setWarmup}. */
  default String getWarmup() {
    return ParamValue.of(this, warmup());
  }

  /**
   * {@code none} (default), a number of steps, {@code untuned-linear} or {@code
   * untuned-exponential}.
   */
  default S setWarmup(String value) {
    return ParamValue.set(this, warmup(), value);
  }

  /** See {@link #setSchedule}. */
  default Param<String> schedule() {
    return stageParams().variants.schedule;
  }

  /** See {@link #setSchedule}. */
  default String getSchedule() {
    return ParamValue.of(this, schedule());
  }

  /**
   * {@code cosine} (default, but for radam-schedule-free, which goes without), {@code constant},
   * {@code inverse-square-root}, {@code linear-decay} or {@code step}, over the steps of the fit.
   */
  default S setSchedule(String value) {
    return ParamValue.set(this, schedule(), value);
  }
}
