package org.sparkradam.jobs;

import org.sparkradam.optim.Require;
import org.sparkradam.table.BadInputException;
import picocli.CommandLine.Option;

/** The options that let a fit that died go on. */
final class FitCheckpointOptions {
  @Option(
      names = "--checkpoint-dir",
      paramLabel = "DIR",
      description =
          "where checkpoints go, any Hadoop path; a fit that died goes on by itself when the same"
              + " command is given again; default none are written")
  String folder;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "N",
      description = "steps between two checkpoints; default 100")
  Integer every;

  @Option(
      names = "--resume",
      description =
          "says that a fit is meant to go on, which it does by itself; needs --checkpoint-dir")
  boolean resume;

  void check() {
    try {
      Require.atLeast("--checkpoint-every", every == null ? 1 : every, 1);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(e.getMessage(), e);
    }
    if (resume && folder == null) {
      throw new BadInputException("--resume needs the --checkpoint-dir of the fit to go on with");
    }
  }
}
