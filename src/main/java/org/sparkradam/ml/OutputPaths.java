package org.sparkradam.ml;

import java.io.IOException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkContext;
import org.apache.spark.ml.param.Param;
import org.sparkradam.ml.internal.param.ParamValue;

/** Looks whether what a stage writes has somewhere to go, before anything is read. */
final class OutputPaths {
  private OutputPaths() {}

  /**
   * @throws IllegalArgumentException if Hadoop knows no such place, or it is a file
   */
  static void check(MiniBatchStage stage, SparkContext context) {
    check(stage, stage.stageParams().checkpoints.checkpointDir, context);
    check(stage, stage.stageParams().monitoring.metricsPath, context);
  }

  private static void check(MiniBatchStage stage, Param<String> param, SparkContext context) {
    ParamValue.<String>ifDefined(stage, param)
        .ifPresent(path -> requireFolder(param.name(), path, context));
  }

  private static void requireFolder(String name, String text, SparkContext context) {
    try {
      Path path = new Path(text);
      var files = path.getFileSystem(context.hadoopConfiguration());
      if (files.exists(path) && !files.getFileStatus(path).isDirectory()) {
        throw new IllegalArgumentException(name + " must be a folder, but was the file " + text);
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s must be a path that can be reached, but was %s (%s)"
              .formatted(name, text, e.getMessage()),
          e);
    }
  }
}
