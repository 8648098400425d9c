package org.sparkradam.ml;

import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.DefaultParamsWritable;

/** A stage of this library, with the params that its parts share. */
public interface MiniBatchStage extends DefaultParamsWritable, Params {
  /** Not for users: what the params' accessors return. */
  StageParams stageParams();
}
