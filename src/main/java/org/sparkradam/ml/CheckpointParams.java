package org.sparkradam.ml;

import java.io.Serializable;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/** The params of {@link HasCheckpoints}, as one stage owns them. */
final class CheckpointParams implements Serializable {
  private static final long serialVersionUID = 1L;

  final Param<String> checkpointDir;
  final IntParam checkpointInterval;

  CheckpointParams(Params owner) {
    checkpointDir =
        new Param<>(
            owner,
            "checkpointDir",
            "folder of the checkpoints of fits; not set: none",
            Validator.path("checkpointDir"));
    checkpointInterval =
        NumberParams.count(owner, "checkpointInterval", "steps between two checkpoints (>= 1)", 1);
  }

  void setDefaults(Params owner) {
    owner.setDefault(checkpointInterval, 100);
  }
}
