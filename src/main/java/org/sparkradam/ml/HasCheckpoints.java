package org.sparkradam.ml;

import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.sparkradam.ml.internal.param.ParamValue;

/**
 * Where a fit leaves what it needs to go on after its driver died. Fitting again with the same
 * params, rows and partitions resumes by itself and gives the bits of a fit that never stopped.
 *
 * @param <S> the stage
 */
public interface HasCheckpoints<S> extends MiniBatchStage {
  /** See {@link #setCheckpointDir}. */
  default Param<String> checkpointDir() {
    return stageParams().checkpoints.checkpointDir;
  }

  /** See {@link #setCheckpointDir}. */
  default String getCheckpointDir() {
    return ParamValue.of(this, checkpointDir());
  }

  /**
   * A folder on any Hadoop file system. Each fit has a folder of its own in it, named by its
   * params, rows and partitions, and removes it when it is done. Not set: no checkpoints.
   */
  default S setCheckpointDir(String value) {
    return ParamValue.set(this, checkpointDir(), value);
  }

  /** See {@link #setCheckpointInterval}. */
  default IntParam checkpointInterval() {
    return stageParams().checkpoints.checkpointInterval;
  }

  /** See {@link #setCheckpointInterval}. */
  default int getCheckpointInterval() {
    return ParamValue.of(this, checkpointInterval());
  }

  /** Steps between two checkpoints, at least 1; default 100. */
  default S setCheckpointInterval(int value) {
    return ParamValue.set(this, checkpointInterval(), value);
  }
}
