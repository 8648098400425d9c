package org.sparkradam.ml;

import org.apache.spark.ml.param.Param;
import org.sparkradam.ml.internal.param.ParamValue;
import org.sparkradam.train.TrainingListener;

/**
 * What a fit tells while it runs. Besides, it describes its Spark jobs and logs a line four times a
 * minute.
 *
 * @param <S> the stage
 */
public interface HasMonitoring<S> extends MiniBatchStage {
  /** See {@link #setMetricsPath}. */
  default Param<String> metricsPath() {
    return stageParams().monitoring.metricsPath;
  }

  /** See {@link #setMetricsPath}. */
  default String getMetricsPath() {
    return ParamValue.of(this, metricsPath());
  }

  /**
   * A folder on any Hadoop file system. Each fit writes a file of JSON lines there: its settings,
   * every step with its loss and, where there are held-out rows, their loss, and why it stopped.
   * Not set: none.
   */
  default S setMetricsPath(String value) {
    return ParamValue.set(this, metricsPath(), value);
  }

  /**
   * Told of every step and of a resumption, on the thread that fits; so it must be thread-safe if
   * fits run side by side. Copies of the stage keep it, saving does not. Null: none.
   */
  @SuppressWarnings("unchecked") // S is the stage's own class
  default S setTrainingListener(TrainingListener listener) {
    stageParams().attachments.setListener(listener);
    return (S) this;
  }
}
