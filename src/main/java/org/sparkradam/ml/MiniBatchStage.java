package org.sparkradam.ml;

import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.ml.util.MLWriter;

/** A stage of this library, with the params that its parts share. */
public interface MiniBatchStage extends DefaultParamsWritable, Params {
  /** Not for users: what the params' accessors return. */
  StageParams stageParams();

  /**
   * {@inheritDoc}
   *
   * @throws UnsupportedOperationException if the stage has an update rule of the user's own, which
   *     no folder of params can hold
   */
  @Override
  default MLWriter write() {
    if (stageParams().attachments.updateRule().isPresent()) {
      throw new UnsupportedOperationException(
          uid() + " has an update rule by setUpdateRule, which cannot be saved with its params");
    }
    return DefaultParamsWritable.super.write();
  }
}
