package org.sparkradam.jobs;

import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.sparkradam.optim.Require;
import org.sparkradam.study.engine.CheckpointPlan;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.train.checkpoint.CheckpointFolder;
import picocli.CommandLine.Option;

/** The options that let a fit or a comparison that died go on. */
final class CheckpointOptions {
  @Option(
      names = "--checkpoint-dir",
      paramLabel = "DIR",
      description = "where checkpoints go, any Hadoop path; default none are written")
  String folder;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "N",
      description = "steps between two checkpoints; default " + CheckpointFolder.USUAL_INTERVAL)
  Integer every;

  @Option(
      names = "--resume",
      description =
          "go on from the newest checkpoint in --checkpoint-dir, or from the beginning where there"
              + " is none: the same command gives the same bits as if nothing had happened (a fit of"
              + " one model does so without being told)")
  boolean resume;

  void check() {
    try {
      Require.atLeast(
          "--checkpoint-every", every == null ? CheckpointFolder.USUAL_INTERVAL : every, 1);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(e.getMessage(), e);
    }
    if (resume && folder == null) {
      throw new BadInputException("--resume needs the --checkpoint-dir of the run to go on with");
    }
  }

  /** The plan of a comparison. */
  Optional<CheckpointPlan> plan(Configuration hadoop) {
    return Optional.ofNullable(folder).map(path -> plan(hadoop, path));
  }

  private CheckpointPlan plan(Configuration hadoop, String path) {
    try {
      CheckpointFolder checkpoints = new CheckpointFolder(hadoop, path);
      if (!resume && !checkpoints.isEmpty()) {
        throw new BadInputException(
            "--checkpoint-dir %s has checkpoints of an earlier run; add --resume to go on from them, or"
                    .formatted(checkpoints.location())
                + " name another folder");
      }
      return new CheckpointPlan(
          checkpoints,
          every == null ? CheckpointFolder.USUAL_INTERVAL : every,
          resume ? CheckpointPlan.Start.RESUMED : CheckpointPlan.Start.ANEW);
    } catch (java.io.UncheckedIOException | IllegalArgumentException e) {
      throw new BadInputException(
          "--checkpoint-dir %s cannot be used (%s)".formatted(path, e.getMessage()), e);
    }
  }
}
