package org.sparkradam.ml;

import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkContext;
import org.sparkradam.ml.internal.param.ParamValue;
import org.sparkradam.train.Checkpoints;
import org.sparkradam.train.Resumable;
import org.sparkradam.train.TrainingListener;
import org.sparkradam.train.checkpoint.CheckpointFolder;

/**
 * The checkpoints of one fit, in a folder that only fits of the same settings and rows share: a
 * checkpoint there is one of this fit, which died.
 */
record FitCheckpoints(CheckpointFolder folder, Checkpoints checkpoints, int interval) {
  /** None if the stage has no folder for them. */
  static Optional<FitCheckpoints> of(
      MiniBatchStage stage,
      SparkContext context,
      FitSettings settings,
      Map<String, Resumable> parts) {
    StageParams.CheckpointParams params = stage.stageParams().checkpoints;
    return ParamValue.<String>ifDefined(stage, params.checkpointDir)
        .map(dir -> folder(dir + "/fit-" + settings.hash(), context.hadoopConfiguration()))
        .map(
            folder ->
                new FitCheckpoints(
                    folder,
                    new Checkpoints(folder, settings.values(), parts),
                    ParamValue.of(stage, params.checkpointInterval)));
  }

  private static CheckpointFolder folder(String path, Configuration hadoop) {
    return new CheckpointFolder(hadoop, path);
  }

  TrainingListener listener() {
    return checkpoints.every(interval);
  }

  /** A fit that is done needs none. */
  void delete() {
    folder.delete();
  }
}
